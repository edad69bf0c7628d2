import { cameraSource } from '../camera-source.ts'

// Stands for the server: reads a camera for ever and prints what comes.
const [program = ''] = process.argv.slice(2)
const source = { kind: 'simulator', scene: 'biscuits', seed: 1, perSecond: 20, defectRate: 0 } as const
const camera = cameraSource({ program, source, log: () => undefined })
for await (const { picture } of camera.frames(new AbortController().signal)) {
  process.stdout.write(`${new TextDecoder().decode(picture)}\n`)
}
