import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RouteComparison } from '@nabij/base'
import { bodyOf, call } from '../support/client.ts'
import { until } from '../support/until.ts'

/** A connection on which cloud and box have answered the same pictures. The cloud calls every part bad. */
export async function comparedRoute(
  address: string,
  stationId: string,
  pictures: Uint8Array[],
): Promise<{ route: string; stop(): void }> {
  const cloud = await stubbornCloud()
  const { port } = cloud.address() as AddressInfo
  const config = {
    dialect: 'custom-vision',
    model: 'koekjes',
    stationId,
    mode: 'cloud-first',
    cloud: { address: `http://127.0.0.1:${port}`, key: { key: 'of the company' } },
    priceId: 'azure-custom-vision-prediction-s0',
  }
  const made = await call<{ route: { id: string }; key: { key: string } }>(address, '/drop-in/routes', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(config),
  })
  const path = '/customvision/v3.1/Prediction/5c1f4d3e-0000-4000-8000-000000000001/classify/iterations/koekjes/image'
  const headers = { 'prediction-key': made.key.key, 'content-type': 'application/octet-stream' }
  for (const picture of pictures) {
    const answer = await fetch(address + path, { method: 'POST', headers, body: bodyOf(picture) })
    if (!answer.ok) throw new Error(`the connection answered ${answer.status}: ${await answer.text()}`)
  }
  const route = made.route.id
  await until(
    async () => {
      const { n } = await call<RouteComparison>(address, `/drop-in/routes/${route}/comparison`)
      return n === pictures.length ? true : null
    },
    () => 'the box never looked along',
  )
  return { route, stop: () => cloud.close() }
}

/** Answers as Azure Custom Vision does. */
async function stubbornCloud(): Promise<Server> {
  const id = '5c1f4d3e-0000-4000-8000-000000000001'
  const label = (tagName: string, probability: number) => ({ probability, tagId: id, tagName, tagType: 'Regular' })
  const body = { id, project: id, iteration: id, created: '2026-11-25T12:00:00.000Z' }
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ ...body, predictions: [label('anomaly', 0.9), label('good', 0.1)] }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
