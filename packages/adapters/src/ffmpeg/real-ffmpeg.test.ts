import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SourceFrame } from '@nabij/stations'
import sharp from 'sharp'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type VideoLimits, videoCamera } from './camera-source.ts'
import { requireFfmpeg } from './find-ffmpeg.ts'
import { rtspCamera } from './testing/rtsp-camera.ts'

/** With the ffmpeg of this machine, where there is one: whether what the stand-in pretends is what ffmpeg does. */
const ffmpeg = process.env.NABIJ_FFMPEG ?? 'ffmpeg'
const here = await requireFfmpeg(ffmpeg).then(
  () => [ffmpeg],
  () => [],
)
const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

function open(address: string, limits: Partial<VideoLimits> = {}) {
  const source = { kind: 'camera' as const, address, perSecond: 10, trigger: { by: 'time' as const } }
  const stop = new AbortController()
  const patient = { silence: 30_000, patience: 30_000, ...limits }
  const camera = videoCamera({ source, ffmpeg, log: () => undefined, limits: patient })
  const frames = camera.frames(stop.signal)[Symbol.asyncIterator]()
  stops.push(async () => {
    stop.abort()
    await frames.return?.()
  })
  return { next: async () => (await frames.next()).value as SourceFrame }
}

const sizeOf = async ({ picture }: SourceFrame) => {
  const { width, height, format } = await sharp(picture).metadata()
  return { width, height, format }
}

describe.each(here)('an RTSP camera, seen by %s', () => {
  it('gives pictures with the right password, says so with a wrong one, and is lost when it stands still', async () => {
    const camera = await rtspCamera(ffmpeg)
    stops.push(camera.stop)
    const at = `127.0.0.1:${camera.port}`
    const { next } = open(`rtsp://line:top%20secret@${at}/stream1`, { silence: 1_000 })
    expect(await sizeOf(await next())).toEqual({ width: 320, height: 240, format: 'jpeg' })
    await next()
    await expect(open(`rtsp://line:wrong@${at}/stream1`).next()).rejects.toMatchObject({
      code: 'NABIJ_CAMERA_PASSWORD',
    })
    const wrongPath = open(`rtsp://line:top%20secret@${at}/other`)
    await expect(wrongPath.next()).rejects.toMatchObject({ code: 'NABIJ_CAMERA_PATH' })
    camera.freeze()
    const untilLost = async (): Promise<never> => {
      for (;;) await next()
    }
    await expect(untilLost()).rejects.toMatchObject({ code: 'NABIJ_CAMERA_SILENT' })
    const again = open(`rtsp://line:top%20secret@${at}/stream1`)
    await again.next()
    camera.cut()
    const untilCut = async (): Promise<never> => {
      for (;;) await again.next()
    }
    await expect(untilCut()).rejects.toMatchObject({ code: expect.stringMatching(/^NABIJ_CAMERA_/) })
  })
})

describe.each(here)('an HTTP camera, seen by %s', () => {
  let picture: Buffer
  beforeAll(async () => {
    picture = await sharp({ create: { width: 160, height: 120, channels: 3, background: 'navy' } })
      .jpeg()
      .toBuffer()
  })

  async function httpCamera(answer: (response: ServerResponse, authorization: string | undefined) => Promise<void>) {
    const server = createServer((request, response) => {
      answer(response, request.headers.authorization).catch(() => undefined)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    stops.push(async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    })
    return `127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  const mjpeg = async (response: ServerResponse): Promise<void> => {
    response.writeHead(200, { 'content-type': 'multipart/x-mixed-replace; boundary=frame' })
    while (!response.destroyed) {
      response.write(`--frame\r\nContent-Type: image/jpeg\r\nContent-Length: ${picture.length}\r\n\r\n`)
      response.write(picture)
      response.write('\r\n')
      await sleep(20)
    }
  }

  it('gives its own pictures, byte by byte, to who knows the password', async () => {
    const at = await httpCamera(async (response, authorization) => {
      if (authorization === `Basic ${Buffer.from('a:b c').toString('base64')}`) return mjpeg(response)
      response.writeHead(401, { 'www-authenticate': 'Basic realm="camera"' }).end()
    })
    const { next } = open(`http://a:b%20c@${at}/video`)
    expect(Buffer.compare((await next()).picture, picture)).toBe(0)
    await next()
    await expect(open(`http://a:x@${at}/video`).next()).rejects.toMatchObject({ code: 'NABIJ_CAMERA_PASSWORD' })
  })

  it('is refused when it leads ffmpeg somewhere else', async () => {
    const playlist = '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'
    const list = 'ffconcat version 1.0\nfile /etc/passwd\n'
    for (const body of [playlist, list, '<html>no camera</html>', '']) {
      const at = await httpCamera(async (response) => void response.end(body))
      await expect(open(`http://${at}/x`).next()).rejects.toMatchObject({
        code: expect.stringMatching(/^NABIJ_CAMERA_(NO_PICTURE|LOST)$/),
      })
    }
    const moved = await httpCamera(
      async (response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    )
    await expect(open(`http://${moved}/x`).next()).rejects.toMatchObject({
      code: expect.stringMatching(/^NABIJ_CAMERA_/),
    })
  })

  it('that is not there is named as such', async () => {
    await expect(open('http://camera.invalid/video').next()).rejects.toMatchObject({
      code: 'NABIJ_CAMERA_UNKNOWN_HOST',
    })
    await expect(open('http://127.0.0.1:9/video').next()).rejects.toMatchObject({ code: 'NABIJ_CAMERA_REFUSED' })
  })
})

describe.each(process.platform === 'linux' ? here : [])('a camera at this computer, seen by %s', () => {
  it('that is not connected is named as such', async () => {
    await expect(open('/dev/video99').next()).rejects.toMatchObject({ code: 'NABIJ_CAMERA_NO_DEVICE' })
  })
})

it('is told to the user when it is missing', async () => {
  await expect(requireFfmpeg('/nowhere/ffmpeg')).rejects.toMatchObject({ code: 'NABIJ_FFMPEG_MISSING' })
})
