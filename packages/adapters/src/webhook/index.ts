export { newWebhookSecret, signatureHeaders } from './sign.ts'
export { sendWebhook, type WebhookConfig, type WebhookOptions } from './webhook-sink.ts'
