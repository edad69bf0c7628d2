// What worked against an Amazon SageMaker endpoint works against the box: AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME and a key are all that changes.
import { readFile } from 'node:fs/promises'
import { InvokeEndpointCommand, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime'

const [picture, endpoint] = process.argv.slice(2)
const client = new SageMakerRuntimeClient({ region: 'eu-west-1' })
const question = { EndpointName: endpoint, ContentType: 'image/jpeg', Body: await readFile(picture) }
const { Body } = await client.send(new InvokeEndpointCommand(question))
console.log(new TextDecoder().decode(Body))
