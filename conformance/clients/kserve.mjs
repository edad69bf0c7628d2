// Any client of KServe, Triton or OpenVINO Model Server speaks this; fetch is enough.
import { readFile } from 'node:fs/promises'

const [picture, model] = process.argv.slice(2)
const { KSERVE_URL: address, KSERVE_TOKEN: token } = process.env
const data = [(await readFile(picture)).toString('base64')]
const body = JSON.stringify({ inputs: [{ name: 'picture', datatype: 'BYTES', shape: [1], data }] })
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
const answer = await fetch(`${address}/v2/models/${model}/infer`, { method: 'POST', headers, body })
console.log(JSON.stringify((await answer.json()).outputs))
