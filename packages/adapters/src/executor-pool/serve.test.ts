import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { type Frame, frameOf, frameReader } from './frames.ts'
import { fixtureProgram, word } from './testing/words.ts'

/** The fixture, spoken to without a pool in between. */
function startAlone() {
  const child = spawn(process.execPath, [fixtureProgram], { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] })
  const pipe = child.stdio[3] as Duplex
  const frames: Frame[] = []
  const read = frameReader((frame) => frames.push(frame))
  pipe.on('data', read)
  pipe.on('error', () => undefined)
  return {
    child,
    send: (...pieces: Uint8Array[]) => pieces.forEach((piece) => pipe.write(piece)),
    close: () => pipe.destroy(),
    async answers(count: number): Promise<unknown[]> {
      const found = () => frames.map(({ body }) => body as { type: string }).filter(({ type }) => type !== 'beat')
      while (found().length < count) await once(pipe, 'data')
      return found()
    },
  }
}

let alone: ReturnType<typeof startAlone>
afterEach(() => void alone.child.kill('SIGKILL'))

describe('a child', () => {
  it('passes over what is no order, and answers the next', async () => {
    alone = startAlone()
    const broken = Buffer.concat([Buffer.from([2, 0, 0, 0, 2, 0, 0, 0]), Buffer.from('{x')])
    const hostile = [
      {},
      { kind: 'sing', id: 1 },
      { kind: 'examine', id: 'x' },
      { kind: 'inspect', id: 2 },
      [1],
      { kind: 'teach', id: 3 },
    ]
    alone.send(broken, ...hostile.flatMap((body) => frameOf(body)), ...frameOf({ kind: 'examine', id: 9 }, word('a')))
    expect(await alone.answers(2)).toMatchObject([
      { type: 'ready' },
      { type: 'done', id: 9, result: { format: 'word', width: alone.child.pid, height: 1 } },
    ])
  })

  it('ends when the stream is no frames', async () => {
    alone = startAlone()
    await alone.answers(1)
    alone.send(Buffer.alloc(100, 255))
    expect(await once(alone.child, 'exit')).toEqual([null, 'SIGKILL'])
  })

  it('ends when the pipe is closed, also in the middle of a job', async () => {
    alone = startAlone()
    await alone.answers(1)
    alone.send(...frameOf({ kind: 'examine', id: 1 }, word('never')))
    alone.close()
    expect(await once(alone.child, 'exit')).toEqual([null, 'SIGKILL'])
  })
})
