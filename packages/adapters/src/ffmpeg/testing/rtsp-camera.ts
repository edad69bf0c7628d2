import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A camera on the network, as one would be bought: H.264 over RTSP, with a name and a password. Needs the real ffmpeg. */
export async function rtspCamera(ffmpeg: string) {
  const clients = new Set<Socket>()
  const playing = new Set<Socket>()
  const asked: string[] = []
  const rtp = createSocket('udp4')
  rtp.bind(0, '127.0.0.1')
  await once(rtp, 'listening')
  rtp.on('message', (packet) => {
    const head = Buffer.from([0x24, 0, packet.length >> 8, packet.length & 0xff])
    for (const client of playing) client.write(Buffer.concat([head, packet]))
  })
  const target = `rtp://127.0.0.1:${rtp.address().port}?pkt_size=1200`
  const picture = ['-re', '-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=20']
  const coding = [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-tune',
    'zerolatency',
    '-g',
    '10',
    '-x264-params',
    'repeat-headers=1',
  ]
  const encoder = spawn(ffmpeg, ['-loglevel', 'error', ...picture, ...coding, '-f', 'rtp', target], {
    stdio: ['ignore', 'ignore', 'ignore'],
  })

  const server = createServer((client) => {
    clients.add(client)
    client.on('error', () => undefined).once('close', () => [clients, playing].forEach((set) => set.delete(client)))
    let text = ''
    client.on('data', (bytes) => {
      text += bytes.toString('latin1')
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        answer(client, text.slice(0, end))
        text = text.slice(end + 4)
      }
    })
  })

  function answer(client: Socket, request: string): void {
    // Reports of the reader come in between, in frames of their own.
    const [, method = '', url = ''] = /([A-Z_]+) (rtsp:\S+) RTSP\/1\.0/.exec(request) ?? []
    const sequence = /CSeq: *(\d+)/i.exec(request)?.[1] ?? '0'
    asked.push(method)
    const say = (status: string, headers: string[] = [], body = ''): void => {
      const length = body === '' ? [] : [`Content-Length: ${body.length}`]
      client.write([`RTSP/1.0 ${status}`, `CSeq: ${sequence}`, ...headers, ...length, '', body].join('\r\n'))
    }
    const signedIn = request.includes(`Basic ${Buffer.from('line:top secret').toString('base64')}`)
    if (method === 'OPTIONS') return say('200 OK', ['Public: DESCRIBE, SETUP, PLAY, TEARDOWN'])
    if (!signedIn) return say('401 Unauthorized', ['WWW-Authenticate: Basic realm="camera"'])
    if (!url.includes('/stream1')) return say('404 Not Found')
    if (method === 'DESCRIBE')
      return say('200 OK', ['Content-Type: application/sdp', `Content-Base: ${url}/`], description)
    if (method === 'SETUP') return say('200 OK', ['Transport: RTP/AVP/TCP;unicast;interleaved=0-1', 'Session: 7'])
    if (method === 'PLAY') playing.add(client)
    return say('200 OK', ['Session: 7'])
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    asked,
    /** The picture stands still, the connection stays. */
    freeze: () => playing.clear(),
    /** As when its plug is pulled. */
    cut: () => clients.forEach((client) => client.destroy()),
    async stop() {
      encoder.kill('SIGKILL')
      clients.forEach((client) => client.destroy())
      rtp.close()
      server.close()
      await once(server, 'close')
    },
  }
}

const description = [
  'v=0',
  'o=- 0 0 IN IP4 127.0.0.1',
  's=camera',
  'c=IN IP4 0.0.0.0',
  't=0 0',
  'm=video 0 RTP/AVP 96',
  'a=rtpmap:96 H264/90000',
  'a=fmtp:96 packetization-mode=1',
  'a=control:track1',
  '',
].join('\r\n')
