// What worked against Azure Custom Vision works against the box: the endpoint and the key, given to the constructor, are all that changes.
import { readFile } from 'node:fs/promises'
import { PredictionAPIClient } from '@azure/cognitiveservices-customvision-prediction'
import { ApiKeyCredentials } from '@azure/ms-rest-js'

const [picture, name] = process.argv.slice(2)
const { PREDICTION_KEY: key, PREDICTION_ENDPOINT: endpoint } = process.env
const client = new PredictionAPIClient(new ApiKeyCredentials({ inHeader: { 'Prediction-key': key } }), endpoint)
const project = '5c1f4d3e-0000-4000-8000-000000000001'
const { predictions } = await client.classifyImage(project, name, await readFile(picture))
console.log(JSON.stringify(predictions))
