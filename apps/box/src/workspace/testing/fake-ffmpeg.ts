import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

const script = String.raw`
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
const folder = import.meta.dirname
if (process.argv.includes('-version')) {
  process.stdout.write('ffmpeg version 7.1 Copyright\n')
  process.exit(0)
}
writeFileSync(folder + '/pid', String(process.pid))
process.stdout.on('error', () => process.exit(0))
const jpeg = readFileSync(folder + '/picture.jpg')
while (!existsSync(folder + '/unplugged')) {
  await new Promise((resolve) => process.stdout.write(jpeg, resolve))
  await sleep(10)
}
process.stderr.write('[tcp @ 0x55] Connection to tcp://10.0.0.9:554 failed: Connection refused\n', () => process.exit(1))
`

/** A stand-in for ffmpeg that shows one picture over and over until the camera is unplugged. */
export async function fakeFfmpeg() {
  const folder = await mkdtemp(join(tmpdir(), 'nabij-ffmpeg-'))
  const program = join(folder, 'ffmpeg')
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  await writeFile(join(folder, 'package.json'), '{"type": "module"}')
  await writeFile(program, `#!${process.execPath}\n${script}`, { mode: 0o755 })
  await writeFile(join(folder, 'picture.jpg'), picture)
  return {
    program,
    picture,
    unplug: () => writeFile(join(folder, 'unplugged'), ''),
    plugIn: () => rm(join(folder, 'unplugged'), { force: true }),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
