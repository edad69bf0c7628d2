import type { Call } from './verb.ts'

const width = 24

/** Tells how far something is, once it has taken longer than two seconds: shorter work needs no bar. */
export interface Progress {
  show(what: string, done: number, total: number): void
  end(): void
}

export function startProgress({ terminal }: Pick<Call, 'terminal'>, now = () => performance.now()): Progress {
  const began = now()
  return {
    show(what, done, total) {
      if (now() - began > 2000) terminal.progress(`${bar(done, total)} ${what}`)
    },
    end() {
      terminal.progress('')
    },
  }
}

function bar(done: number, total: number): string {
  const share = total > 0 ? Math.min(1, done / total) : 0
  const full = Math.round(share * width)
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.round(share * 100)).padStart(3)} %`
}
