import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const heartbeat = 2_000
const dead = 60_000

/**
 * One at a time: waits until no other process holds `file`, takes it, does the work, lets go.
 * A holder that was killed is known by its process id, or by a heartbeat that stopped (another container).
 */
export async function inTurn(file, onWait, work) {
  mkdirSync(dirname(file), { recursive: true })
  for (let waited = false; !take(file); waited = true) {
    if (!waited) onWait()
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  const beat = setInterval(() => touch(file), heartbeat)
  const letGo = () => rmSync(file, { force: true })
  const interrupted = () => {
    letGo()
    process.exit(130)
  }
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', interrupted)
    letGo()
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (holderIsGone(file)) rmSync(file, { force: true })
  return false
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // Somebody removed it by hand: the work goes on, and nobody can be told.
  }
}

function holderIsGone(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'))
    if (Date.now() - statSync(file).mtimeMs > dead) return true
    // Between creation and writing the file is empty for an instant.
    return holder > 0 && !isAlive(holder)
  } catch {
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
