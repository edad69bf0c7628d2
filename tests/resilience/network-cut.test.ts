import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const walk = new URL('./network-cut-walk.ts', import.meta.url).pathname
const canCut = spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up']).status === 0

it.runIf(canCut)(
  'starts, teaches, inspects, backs up and stops with the network cut, and tries no connection',
  { timeout: 240_000 },
  async () => {
    const { stdout } = await promisify(execFile)('unshare', ['-rn', process.execPath, walk], { maxBuffer: 1 << 24 })
    const answer = JSON.parse(stdout.trim().split('\n').at(-1) as string)
    expect(answer).toMatchObject({
      taught: 'done',
      verdict: 'pass',
      backup: 'done',
      exit: 0,
      egress: { bytes: 0, connections: 0 },
      leftAtHome: [],
    })
    for (const [step, attempts] of Object.entries(answer.attempted)) expect(attempts, step).toBe(0)
    expect(answer.control).toBeGreaterThan(0)
  },
)
