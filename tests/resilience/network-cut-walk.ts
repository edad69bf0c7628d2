// Runs in a network namespace that has nothing but the loopback interface, and prints what the kernel
// counted. "No route" and "no port" rise with each packet that somebody tried to send elsewhere.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { biscuitPhotos } from '../support/biscuits.ts'
import { startBox, temporaryRoot } from '../support/box.ts'
import { call, createStation, finished, postFrame, teachStation } from '../support/client.ts'

spawnSync('ip', ['link', 'set', 'lo', 'up'])
const walk: Record<string, number> = {}
let seen = attempts()

const { root, remove } = temporaryRoot()
// What a library notes down to send later would be left in the home folder.
const home = mkdtempSync(join(tmpdir(), 'nabij-home-'))
const box = await step('start', () => startBox(root, { env: { HOME: home } }))
const photos = await step('photos', () => biscuitPhotos(6))
const station = await step('station', () => createStation(box.address, 'Cut off'))
const taught = await step('teach', () => teachStation(box.address, station.id, photos))
const verdict = await step('inspect', () => postFrame(box.address, station.id, photos[0] as Uint8Array, 'one'))
const backup = await step('back up', async () => {
  const job = await call<{ id: string }>(box.address, '/backups', { method: 'POST' })
  return finished(box.address, job.id)
})
const status = await step('status', () => call<{ egress: object }>(box.address, '/status'))
const shim = new URL('../../apps/box/bin/nabij.js', import.meta.url).pathname
const doctor = await step(
  'doctor',
  () => spawnSync(process.execPath, [shim, 'doctor', '--data', root, '--json']).status,
)
const exit = await step('stop', () => box.stop())
const leftAtHome = readdirSync(home, { recursive: true })
remove()
rmSync(home, { recursive: true })

// The control: one real attempt must be seen, or the figures above prove nothing.
await step('control', () => fetch('http://192.0.2.1/', { signal: AbortSignal.timeout(2000) }).catch(() => undefined))
const { control, ...attempted } = walk
const answer = {
  taught: taught.state,
  verdict: verdict.verdict,
  backup: backup.state,
  doctor,
  exit,
  egress: status.egress,
  leftAtHome,
  attempted,
  control,
}
process.stdout.write(`${JSON.stringify(answer)}\n`)

/** Does a step and notes how many packets somebody tried to send during it. */
async function step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const result = await work()
  const now = attempts()
  walk[name] = now - seen
  seen = now
  return result
}

function attempts(): number {
  const lines = readFileSync(join('/proc/net', 'snmp'), 'utf8').split('\n')
  return figure(lines, 'Ip:', 'OutNoRoutes') + figure(lines, 'Udp:', 'NoPorts')
}

function figure(lines: string[], protocol: string, name: string): number {
  const [names, values] = lines.filter((line) => line.startsWith(protocol)).map((line) => line.split(' '))
  return Number(values?.[names?.indexOf(name) ?? -1])
}
