import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { destination, pino } from 'pino'

/** A line for whoever looks after the box; never on the console. */
export type Log = (level: 'info' | 'warn', message: string, fields?: Record<string, unknown>) => void

export interface LogFile {
  log: Log
  close(): void
}

/** Writes `<folder>/nabij.log`, one JSON object a line; a full file becomes nabij.1.log, the oldest goes. */
export function openLog(folder: string, limits = { bytes: 5_000_000, kept: 3 }): LogFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = (age: number) => join(folder, age === 0 ? 'nabij.log' : `nabij.${age}.log`)
  // Synchronous: few lines are written, and the last ones before an end are the ones that matter.
  const file = destination({ dest: name(0), append: true, mode: 0o600, sync: true })
  // A full disk must not end the box: the line is lost, the work goes on.
  file.on('error', () => undefined)
  let bytes = sizeOf(name(0))
  const stream = {
    write(line: string) {
      if (bytes > limits.bytes) {
        rotate()
        bytes = 0
      }
      bytes += Buffer.byteLength(line)
      file.write(line)
    },
  }
  const logger = pino({ base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, stream)

  function rotate(): void {
    rmSync(name(limits.kept), { force: true })
    for (let age = limits.kept - 1; age >= 0; age--) {
      try {
        renameSync(name(age), name(age + 1))
      } catch {
        // Not that many yet.
      }
    }
    file.reopen()
  }

  return {
    log: (level, message, fields = {}) => logger[level](withErrors(fields), message),
    close: () => file.destroy(),
  }
}

/** Errors have no enumerable fields: JSON would show {}. */
function withErrors(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      value instanceof Error ? { message: value.message, stack: value.stack, cause: causeOf(value) } : value,
    ]),
  )
}

function causeOf({ cause }: Error): string | undefined {
  return cause instanceof Error ? cause.message : undefined
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
