module example.nl/api

go 1.23

require (
	github.com/aws/aws-sdk-go-v2 v1.32.0
	github.com/stripe/stripe-go/v81 v81.0.0
	cloud.google.com/go/storage v1.47.0
	github.com/getsentry/sentry-go v0.29.1
	github.com/spf13/cobra v1.8.1
)
