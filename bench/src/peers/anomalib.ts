import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const Taught = z.object({ ms: z.number(), rows: z.int() })
const Judged = z.object({ ms: z.number(), score: z.number() })
const Streamed = z.object({ ms: z.number(), judged: z.int() })

/** anomalib in a Python process of its own; orders are answered one after the other. */
export interface Anomalib {
  teach(files: string[], threads: number): Promise<z.infer<typeof Taught>>
  judge(engine: 'torch' | 'openvino', file: string): Promise<z.infer<typeof Judged>>
  stream(files: string[], threads: number): Promise<z.infer<typeof Streamed>>
  close(): void
}

export function startAnomalib(python: string, program: string): Anomalib {
  const child = spawn(python, [program], { stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  })
  const lines = createInterface({ input: child.stdout })
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the peer ended: ${said}`)
  })
  ended.catch(() => undefined)

  async function ask<T>(shape: z.ZodType<T>, order: Record<string, unknown>): Promise<T> {
    const line = once(lines, 'line')
    child.stdin.write(`${JSON.stringify(order)}\n`)
    const [text] = (await Promise.race([line, ended])) as [string]
    return shape.parse(JSON.parse(text))
  }

  return {
    teach: (files, threads) => ask(Taught, { do: 'teach', files, threads }),
    judge: (engine, file) => ask(Judged, { do: 'judge', engine, file }),
    stream: (files, threads) => ask(Streamed, { do: 'stream', files, threads }),
    close: () => child.kill(),
  }
}
