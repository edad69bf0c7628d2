import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { NabijError } from '@nabij/base'
import { isLoopback } from '../../server/index.ts'
import { answers, type Running, removeRunning, runningBox } from '../../supervisor/running.ts'
import { type Box, startBox } from '../../supervisor/start-box.ts'
import { type Call, type ExitCode, optionText, type Run } from '../verb.ts'

const usualPort = 6225
/** A stop takes five seconds at most. */
const longestStop = 4800
/** How long a start that finds another one under way waits for it. */
const patience = 15_000

/** `nabij start`: runs until it is told to stop. */
export const start: Run = async (call) => {
  const host = optionText(call, 'host') ?? '127.0.0.1'
  // The server refuses it too; here nothing has been made yet.
  if (!isLoopback(host) && !isIP(host)) throw new NabijError('NABIJ_ONLY_THIS_COMPUTER', { host })
  if (!isLoopback(host) && !existsSync(join(call.root, 'own'))) throw new NabijError('NABIJ_OWNER_NEEDED')
  const already = await answering(call.root)
  if (already) return tellAlready(call, already)
  try {
    return await runBox(call, host)
  } catch (error) {
    if (!(error instanceof NabijError && error.code === 'NABIJ_FOLDER_IN_USE')) throw error
    // Two starts at the same moment: the other one has the folder, and will answer in a moment.
    const other = await answering(call.root, patience)
    if (!other) throw error
    return tellAlready(call, other)
  }
}

async function runBox(call: Call, host: string): Promise<ExitCode> {
  const { root, installation } = call
  const port = (call.options['port'] as number | undefined) ?? usualPort
  const ended = stopSignal()
  const [cert, key] = [optionText(call, 'cert'), optionText(call, 'key')]
  if ((cert === undefined) !== (key === undefined))
    throw new NabijError('NABIJ_CERTIFICATE', { reason: '--cert + --key' })
  const certificate = cert && key ? { cert, key } : undefined
  const box = await startBox({ root, installation, port, host, certificate })
  tellStarted(call, box, port)
  await ended
  // What was acknowledged is on disk: what is not done by then need not be waited for.
  setTimeout(() => {
    removeRunning(root, process.pid)
    process.exit(0)
  }, longestStop).unref()
  await box.stop()
  return 0
}

function tellStarted({ terminal, say, json, root, installation }: Call, { address, beyond }: Box, asked: number): void {
  const got = Number(new URL(address).port)
  const other = asked !== 0 && got !== asked
  if (json)
    return terminal.print(JSON.stringify({ address, pid: process.pid, root, alreadyRunning: false, otherPort: other }))
  if (other)
    terminal.print(
      say(`Poort ${asked} is bezet; nabij neemt poort ${got}.`, `Port ${asked} is taken; nabij uses port ${got}.`),
    )
  terminal.print(
    say(
      `nabij ${installation.version} · gegevens in ${root} · stoppen met Ctrl-C`,
      `nabij ${installation.version} · data in ${root} · stop with Ctrl-C`,
    ),
  )
  terminal.print('')
  terminal.print(`  ${address}`)
  if (beyond) {
    for (const each of beyond.addresses) terminal.print(`  ${each}`)
    terminal.print(say('  ook te zien op het netwerk, met accounts', '  to be seen on the network too, with accounts'))
    if (beyond.certificate.own) {
      terminal.print(
        say(
          '  eigen certificaat: de browser waarschuwt één keer; vergelijk dan deze vingerafdruk (SHA-256)',
          '  certificate of its own: the browser warns once; then compare this fingerprint (SHA-256)',
        ),
      )
      terminal.print(`  ${beyond.certificate.fingerprint}`)
    }
    return
  }
  terminal.print(
    say('  alleen deze computer · er verlaat niets dit apparaat', '  this computer only · nothing leaves this device'),
  )
}

function tellAlready({ terminal, say, json, root, options }: Call, { address, pid }: Running): ExitCode {
  if (json) terminal.print(JSON.stringify({ address, pid, root, alreadyRunning: true, otherPort: false }))
  else {
    terminal.print(say(`nabij draait al op ${address}`, `nabij is already running at ${address}`))
    // Whoever asks for another host or port would otherwise think that it has it now.
    if (options['host'] !== undefined || options['port'] !== undefined) {
      terminal.print(
        say(
          '  Het draait door zoals het was. Stop het eerst (Ctrl-C in zijn eigen venster), en start het dan opnieuw.',
          '  It runs on as it was. Stop it first (Ctrl-C in its own window), and then start it again.',
        ),
      )
    }
  }
  return 0
}

/** The box on this root that answers, asked again until the time is over. */
async function answering(root: string, ms = 0): Promise<Running | null> {
  const end = performance.now() + ms
  for (;;) {
    const running = runningBox(root)
    if (running && (await answers(running.address))) return running
    if (performance.now() >= end) return null
    await pause(50)
  }
}

/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP. A second one ends the process at once; but a terminal, npm and the
 * launcher may each pass on the same Ctrl-C, so what follows within half a second is the first one again.
 */
function stopSignal(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let first: number | null = null
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (first !== null && performance.now() - first > 500) process.exit(3)
      first ??= performance.now()
      resolve()
    })
  return promise
}
