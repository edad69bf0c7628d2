// Starts a box, teaches a station, and lets every official client ask it: unchanged, each in a process of its own.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { biscuitPhotos, biscuits } from '../tests/support/biscuits.ts'
import { startBox } from '../tests/support/box.ts'
import { bodyOf, call, createStation, teachStation } from '../tests/support/client.ts'
import { errorsOf } from './errors.ts'
import { type PythonEnv, pythonEnv } from './python-env.ts'

const run = promisify(execFile)
const root = mkdtempSync(join(tmpdir(), 'nabij-conformance-'))
const failed: string[] = []
let passed = 0
let skipped = 0
/** In another language than this one: what each check there is called, and what went wrong. */
interface Said {
  name: string
  error: string | null
}

async function check(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
    passed += 1
    console.log(`ok    ${name}`)
  } catch (error) {
    failed.push(name)
    console.log(`FAIL  ${name}: ${String(error).slice(0, 600)}`)
  }
}

function need(value: unknown, what: string): asserts value {
  if (!value) throw new Error(what)
}

const box = await startBox(root)
try {
  const { id } = await createStation(box.address, 'Koekjes')
  const good = await biscuitPhotos(14)
  const [bad] = (await biscuits(40, 2, 1)).filter(({ defect }) => defect === 'burnt')
  await teachStation(box.address, id, good.slice(0, 13))
  const files = { good: join(root, 'good.jpg'), bad: join(root, 'bad.jpg') }
  writeFileSync(files.good, bodyOf(good.at(-1) ?? new Uint8Array()))
  writeFileSync(files.bad, bodyOf(bad?.picture ?? new Uint8Array()))

  const routeFor = async (dialect: string) => {
    const body = JSON.stringify({ dialect, model: 'koekjes', stationId: id, names: { good: 'goed', bad: 'fout' } })
    const headers = { 'content-type': 'application/json' }
    const made = await call<{ key: Record<string, string> }>(box.address, '/drop-in/routes', {
      method: 'POST',
      headers,
      body,
    })
    return made.key
  }
  const aws = async (dialect: string, variable: string) => {
    const key = await routeFor(dialect)
    return {
      AWS_ACCESS_KEY_ID: key['accessKey'] ?? '',
      AWS_SECRET_ACCESS_KEY: key['secret'] ?? '',
      [variable]: `${box.address}/drop-in/${dialect}`,
    }
  }
  const custom = await routeFor('custom-vision')
  const open = await routeFor('kserve')
  const clients = {
    'lookout-vision': await aws('lookout-vision', 'AWS_ENDPOINT_URL_LOOKOUTVISION'),
    rekognition: await aws('rekognition', 'AWS_ENDPOINT_URL_REKOGNITION'),
    sagemaker: await aws('sagemaker', 'AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME'),
    'custom-vision': { PREDICTION_KEY: custom['key'] ?? '', PREDICTION_ENDPOINT: box.address },
    kserve: { KSERVE_TOKEN: open['key'] ?? '', KSERVE_URL: `${box.address}/drop-in/kserve` },
  }
  /** What an answer says of the part, in the words of each service. */
  const isBad: Record<string, (said: never) => boolean> = {
    'lookout-vision': ({ IsAnomalous }: { IsAnomalous: boolean }) => IsAnomalous,
    rekognition: ([first]: { Name: string }[]) => first?.Name !== 'goed',
    sagemaker: ({ verdict }: { verdict: string }) => verdict !== 'pass',
    'custom-vision': ([first]: { tagName: string }[]) => first?.tagName !== 'goed',
    kserve: ([first]: { data: string[] }[]) => first?.data[0] !== 'pass',
  }
  /** Every client as a program of its own, on a bad part and a good one. */
  const askAll = async (language: string, program: string, ending: string, more: Record<string, string> = {}) => {
    for (const [name, env] of Object.entries(clients)) {
      const ask = async (picture: string) => {
        const file = new URL(ending.replace('*', name), import.meta.url).pathname
        const { stdout } = await run(program, [file, picture, 'koekjes'], { env: { ...process.env, ...env, ...more } })
        return JSON.parse(stdout) as never
      }
      await check(`${language}, ${name}: a bad part is called bad`, async () =>
        need(isBad[name]?.(await ask(files.bad)), 'it was called good'),
      )
      await check(`${language}, ${name}: a good part is called good`, async () =>
        need(!isBad[name]?.(await ask(files.good)), 'it was called bad'),
      )
    }
  }
  const askPython = async ({ python, models }: PythonEnv) => {
    const env = { AWS_DATA_PATH: models, PYTHONDONTWRITEBYTECODE: '1', AWS_EC2_METADATA_DISABLED: 'true' }
    await askAll('Python', python, 'python/clients/*.py', env)
    const file = new URL('python/errors.py', import.meta.url).pathname
    const { stdout } = await run(python, [file, files.good, files.bad, JSON.stringify(clients)], {
      env: { ...process.env, ...env },
    })
    for (const line of stdout.trim().split('\n')) {
      const { name, error } = JSON.parse(line) as Said
      await check(`Python, ${name}`, async () => need(error === null, error ?? ''))
    }
  }

  await askAll('JavaScript', process.execPath, 'clients/*.mjs')
  for (const { name, work } of errorsOf(clients, files)) await check(`JavaScript, ${name}`, work)
  const python = await pythonEnv()
  if (typeof python !== 'string') await askPython(python)
  else {
    skipped = Object.keys(clients).length
    console.log(`skip  Python's official clients of ${skipped} services: ${python}`)
  }
} finally {
  await box.stop()
  rmSync(root, { recursive: true, force: true })
}
console.log(`\n${passed} passed, ${failed.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed.length === 0 ? 0 : 1
