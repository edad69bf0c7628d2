/** Where the command speaks. Only this file and the shim know of stdout and stderr. */
export interface Terminal {
  /** The answer: a line on stdout. */
  print(line: string): void
  /** What is said beside the answer: a line on stderr. */
  tell(line: string): void
  /** A line on stderr that replaces the one before; nothing unless a person watches. */
  progress(line: string): void
  /** Whether a person can be asked something. */
  readonly canAsk: boolean
}

/** The real one. A reader that goes away (`nabij … | head`) ends the command quietly. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit(0)
    })
  const { isTTY } = process.stderr
  let shown = false
  const clear = () => {
    if (shown) process.stderr.write('\r\u001B[K')
    shown = false
  }
  return {
    print(line) {
      clear()
      process.stdout.write(`${line}\n`)
    },
    tell(line) {
      clear()
      process.stderr.write(`${line}\n`)
    },
    progress(line) {
      if (!isTTY) return
      clear()
      process.stderr.write(line.slice(0, Math.max(20, (process.stderr.columns || 80) - 1)))
      shown = line !== ''
    },
    canAsk: process.stdin.isTTY && process.stdout.isTTY,
  }
}
