// Runs in a network namespace that has nothing but the loopback interface, and prints what the kernel
// counted. "No route" and "no port" rise with each packet that somebody tried to send elsewhere.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { biscuitPhotos } from '../support/biscuits.ts'
import { startBox, temporaryRoot } from '../support/box.ts'
import { call, createStation, finished, postFrame, teachStation } from '../support/client.ts'

spawnSync('ip', ['link', 'set', 'lo', 'up'])
const before = attempts()
const { root, remove } = temporaryRoot()
const box = await startBox(root)
const photos = await biscuitPhotos(6)
const station = await createStation(box.address, 'Cut off')
const taught = await teachStation(box.address, station.id, photos)
const verdict = await postFrame(box.address, station.id, photos[0] as Uint8Array, 'one')
const backup = await finished(box.address, (await call<{ id: string }>(box.address, '/backups', { method: 'POST' })).id)
const status = await call<{ egress: { bytes: number; connections: number } }>(box.address, '/status')
const shim = new URL('../../apps/box/bin/nabij.js', import.meta.url).pathname
const doctor = spawnSync(process.execPath, [shim, 'doctor', '--data', root, '--json']).status
const exit = await box.stop()
const walk = attempts() - before

// The control: one real attempt must be seen, or the figure above proves nothing.
await fetch('http://192.0.2.1/', { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
const control = attempts() - before - walk
remove()
const answer = { taught: taught.state, verdict: verdict.verdict, backup: backup.state, doctor, exit, egress: status.egress, walk, control }
process.stdout.write(`${JSON.stringify(answer)}\n`)

function attempts(): number {
  const lines = readFileSync(join('/proc/net', 'snmp'), 'utf8').split('\n')
  return figure(lines, 'Ip:', 'OutNoRoutes') + figure(lines, 'Udp:', 'NoPorts')
}

function figure(lines: string[], protocol: string, name: string): number {
  const [names, values] = lines.filter((line) => line.startsWith(protocol)).map((line) => line.split(' '))
  return Number(values?.[names?.indexOf(name) ?? -1])
}
