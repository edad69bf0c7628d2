// What worked against Amazon Rekognition Custom Labels works against the box: AWS_ENDPOINT_URL_REKOGNITION and a key are all that changes.
import { readFile } from 'node:fs/promises'
import { DetectCustomLabelsCommand, RekognitionClient } from '@aws-sdk/client-rekognition'

const [picture, model] = process.argv.slice(2)
const client = new RekognitionClient({ region: 'eu-west-1' })
const ProjectVersionArn = `arn:aws:rekognition:eu-west-1:123456789012:project/${model}/version/v1/1690000000000`
const question = { ProjectVersionArn, Image: { Bytes: await readFile(picture) }, MinConfidence: 50 }
const { CustomLabels } = await client.send(new DetectCustomLabelsCommand(question))
console.log(JSON.stringify(CustomLabels))
