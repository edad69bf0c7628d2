import { videoCamera } from '../camera-source.ts'

// Stands for the server: watches a camera for ever and prints a line for each picture.
const [ffmpeg = ''] = process.argv.slice(2)
const source = { kind: 'camera', address: 'rtsp://camera.local/good', perSecond: 30, trigger: { by: 'time' } } as const
const camera = videoCamera({ source, ffmpeg, log: () => undefined })
for await (const { picture } of camera.frames(new AbortController().signal)) process.stdout.write(`${picture.length}\n`)
