# What worked against an Amazon SageMaker endpoint works against the box: AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME and a key are all that changes.
import sys
import boto3

picture, endpoint = sys.argv[1:]
client = boto3.client("sagemaker-runtime", region_name="eu-west-1")
with open(picture, "rb") as file:
    answer = client.invoke_endpoint(EndpointName=endpoint, ContentType="image/jpeg", Body=file.read())
print(answer["Body"].read().decode())
