import { setTimeout as pause } from 'node:timers/promises'
import { NabijError } from '@nabij/base'
import { answers, isAlive, type Running, removeRunning, runningBox } from '../../supervisor/running.ts'
import type { Run } from '../verb.ts'

/** A clean stop takes five seconds at most; beyond this it hangs. */
const patience = 10_000

/** `nabij stop` */
export const stop: Run = async (call) => {
  const running = runningBox(call.root)
  if (running) await stopBox(call.root, running)
  if (call.json) call.terminal.print(JSON.stringify({ stopped: running !== null, address: running?.address ?? null }))
  else if (running) call.terminal.print(call.say('nabij is gestopt.', 'nabij has stopped.'))
  else call.terminal.print(call.say('nabij draaide niet.', 'nabij was not running.'))
  return 0
}

/**
 * Asks the box to stop and waits until its process is gone.
 * A process id is used again after a crash: only one whose address answers, or did until now, is ours to end.
 */
export async function stopBox(root: string, running: Running): Promise<void> {
  if (!(await answers(running.address)) && !(await answers(running.address, '/healthz', 10_000))) {
    if (!isAlive(running.pid)) return removeRunning(root, running.pid)
    throw new NabijError('NABIJ_BOX_SILENT', { address: running.address, reason: `pid ${running.pid}` })
  }
  process.kill(running.pid, 'SIGTERM')
  const end = performance.now() + patience
  while (isAlive(running.pid)) {
    if (performance.now() > end)
      throw new NabijError('NABIJ_BOX_SILENT', { address: running.address, reason: `pid ${running.pid}` })
    await pause(25)
  }
  removeRunning(root, running.pid)
}
