import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { NabijError } from '@nabij/base'
import { pythonEnv } from '../peers/python-env.ts'
import { ask } from './ask.ts'
import { type Ask, asTensor, questions } from './questions.ts'

/** Another server that speaks a dialect; none of them looks at the picture here, so all its time is that of the way. */
export interface Peer {
  name: 'moto' | 'Triton'
  /** The dialects that it speaks. */
  asks: Record<string, Ask>
  base: string
  stop(): Promise<void>
}

interface Program {
  name: Peer['name']
  folder: string
  words(port: number): string[]
  ready: string
  asks: Record<string, Ask>
}

const { rekognition, sagemaker } = questions
const programs: Program[] = [
  {
    name: 'moto',
    folder: 'moto',
    words: (port) => ['-m', 'moto.server', '-p', String(port)],
    ready: '/moto-api/',
    asks: {
      ...(rekognition ? { rekognition } : {}),
      // It takes the body for text, and falls over the bytes of a picture.
      ...(sagemaker ? { sagemaker: (base, model, key, picture) => sagemaker(base, model, key, asText(picture)) } : {}),
    },
  },
  {
    name: 'Triton',
    folder: 'triton',
    words: (port) => [`server.py`, String(port)],
    ready: '/v2/models/biscuits/ready',
    asks: { kserve: async (base, model, _key, picture) => asTensor(base, model, picture, {}) },
  },
]

function asText(picture: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(picture).toString('base64'))
}

/**
 * Those that can be installed on this computer, and why the others cannot.
 * @param folder with a folder for each, with its requirements
 */
export async function startPeers(
  folder: string,
  cache: string,
  signal: AbortSignal,
): Promise<{ peers: Peer[]; missing: { name: Peer['name']; reason: string }[] }> {
  const peers: Peer[] = []
  const missing: { name: Peer['name']; reason: string }[] = []
  for (const program of programs) {
    try {
      peers.push(await start(program, join(folder, program.folder), cache, signal))
    } catch (error) {
      signal.throwIfAborted()
      const reason = error instanceof NabijError ? String(error.params['reason']) : String(error)
      missing.push({ name: program.name, reason: reason.trim().split('\n').at(-1) ?? '' })
    }
  }
  return { peers, missing }
}

async function start(program: Program, folder: string, cache: string, signal: AbortSignal): Promise<Peer> {
  const python = await pythonEnv(join(folder, 'requirements.txt'), cache, signal)
  const port = await freePort()
  const child = spawn(python, program.words(port), { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000)
  })
  const base = `http://127.0.0.1:${port}`
  try {
    await answers(child, `${base}${program.ready}`, () => said, signal)
    return { name: program.name, asks: program.asks, base, stop: () => end(child) }
  } catch (error) {
    await end(child)
    throw error
  }
}

const patience = 120_000

async function answers(child: ChildProcess, url: string, said: () => string, signal: AbortSignal): Promise<void> {
  const until = performance.now() + patience
  while (child.exitCode === null && performance.now() < until) {
    const isUp = await ask({ method: 'GET', url }).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await wait(200, undefined, { signal })
  }
  throw new Error(said() || 'it did not start')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'close')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
