// What worked against Amazon Lookout for Vision works against the box: AWS_ENDPOINT_URL_LOOKOUTVISION and a key are all that changes.
import { readFile } from 'node:fs/promises'
import { DetectAnomaliesCommand, LookoutVisionClient } from '@aws-sdk/client-lookoutvision'

const [picture, project] = process.argv.slice(2)
const client = new LookoutVisionClient({ region: 'eu-west-1' })
const question = { ProjectName: project, ModelVersion: '1', ContentType: 'image/jpeg', Body: await readFile(picture) }
const { DetectAnomalyResult } = await client.send(new DetectAnomaliesCommand(question))
console.log(JSON.stringify(DetectAnomalyResult))
