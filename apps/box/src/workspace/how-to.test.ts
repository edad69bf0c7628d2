import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { egressGate } from '@nabij/adapters/egress'
import { newWebhookSecret, signatureHeaders } from '@nabij/adapters/webhook'
import { newId } from '@nabij/base'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openSink } from './sinks.ts'

/** What the how-to tells a technician to run, run. */
const snippetsOf = async (language: 'nl' | 'en', of: 'js' | 'python') => {
  const page = new URL(`../../../../docs/how-to/outputs.${language}.md`, import.meta.url)
  return new RegExp(`\`\`\`${of}\n([^]*?)\`\`\``).exec(await readFile(page, 'utf8'))?.[1] ?? ''
}
const python = spawnSync('python3', ['--version']).status === 0 ? ['python3'] : []
const secret = newWebhookSecret()
const body = JSON.stringify({ type: 'verdict', verdict: { name: 'P-1042', verdict: 'fail' } })
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nabij-how-to-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('both languages show the same', async () => {
  for (const of of ['js', 'python'] as const) {
    expect(await snippetsOf('nl', of)).toBe(await snippetsOf('en', of))
    expect(await snippetsOf('nl', of)).not.toBe('')
  }
})

describe('the receiver in JavaScript', () => {
  it('takes what nabij sends, once, and nothing else', async () => {
    const program = join(folder, 'receiver.mjs')
    await writeFile(program, await snippetsOf('nl', 'js'))
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, WEBHOOK_SECRET: secret, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const said: string[] = []
    const lines = createInterface(child.stdout).on('line', (line) => said.push(line))
    await once(lines, 'line')
    const port = said[0]?.split(' ').at(-1)
    const egress = egressGate({ ledger: { begin: async () => undefined, add: async () => undefined }, clock: Date.now })
    const sink = openSink({ egress, clock: Date.now, stationName: async () => null })
    const message = { seq: 1, id: newId(), createdAt: 1, body }
    const send = (key: string): Promise<void> => {
      const config = { kind: 'webhook', address: `http://localhost:${port}/`, secret: key, on: ['fail'], enabled: true }
      const output = { id: newId(), stationId: newId(), config: JSON.stringify(config), createdAt: 1 }
      return sink.send({ ...output, lastSentAt: null, problem: null }, message, new AbortController().signal)
    }
    await send(secret)
    await send(secret)
    await expect(send(newWebhookSecret())).rejects.toMatchObject({ code: 'NABIJ_OUTPUT_PASSWORD' })
    const stale = signatureHeaders(secret, newId(), Date.now() - 600_000, body)
    const answer = await fetch(`http://localhost:${port}/`, { method: 'POST', headers: stale, body })
    expect(answer.status).toBe(401)
    await vi.waitFor(() => expect(said.slice(1)).toEqual(['verdict P-1042 fail']))
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
})

describe.each(python)('the check in Python, by %s', (program) => {
  it('knows right from wrong', async () => {
    const check = await snippetsOf('en', 'python')
    const ask = (headers: Record<string, string>, text: string): string => {
      const call = `import json, sys\nsecret, headers, body = json.load(sys.stdin)\nprint(is_from_nabij(secret, headers, body.encode()))`
      const { stdout, stderr } = spawnSync(program, ['-c', `${check}\n${call}`], {
        input: JSON.stringify([secret, headers, text]),
        encoding: 'utf8',
      })
      return `${stdout}${stderr}`.trim()
    }
    const headers = signatureHeaders(secret, newId(), Date.now(), body)
    expect(ask(headers, body)).toBe('True')
    expect(ask(headers, `${body} `)).toBe('False')
    expect(ask(signatureHeaders(secret, newId(), Date.now() - 600_000, body), body)).toBe('False')
    expect(ask(signatureHeaders(newWebhookSecret(), newId(), Date.now(), body), body)).toBe('False')
  })
})
