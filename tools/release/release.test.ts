import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../tests/support/until.ts'
import { writeArchive } from './archive.ts'
import { assemble } from './assemble.ts'

const root = join(import.meta.dirname, '..', '..')
/** Whether this computer lets us hide the repository from a process. */
const canHide = spawnSync('unshare', ['-rm', 'true']).status === 0

describe('the release archive, unpacked in an empty folder', { timeout: 240_000 }, () => {
  const place = mkdtempSync(join(tmpdir(), 'nabij-release-'))
  const folder = join(place, 'nabij')

  beforeAll(async () => {
    const archive = join(place, 'nabij.tar.gz')
    const assembled = join(place, 'assembled')
    await assemble(root, assembled)
    await writeArchive(assembled, 'nabij', archive)
    rmSync(assembled, { recursive: true })
    execFileSync('tar', ['xzf', archive, '-C', place])
    rmSync(archive)
  }, 240_000)
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  it('holds the native parts of this platform only, licences, notices and SBOM', () => {
    const onnx = join(folder, 'node_modules', 'onnxruntime-node', 'bin')
    const platforms = readdirSync(onnx).flatMap((version) => readdirSync(join(onnx, version)))
    expect(platforms).toEqual([process.platform])
    for (const file of ['LICENSE', 'THIRD-PARTY-NOTICES.md', 'sbom.cdx.json', 'node/LICENSE', 'sample/LICENCE.txt'])
      expect(existsSync(join(folder, file)), file).toBe(true)
  })

  it('knows nothing of the place where it was made', () => {
    const lib = join(folder, 'lib')
    for (const file of readdirSync(lib)) expect(readFileSync(join(lib, file), 'utf8').includes(root), file).toBe(false)
  })

  it('starts without Node and without the repository, and judges', async () => {
    const data = join(place, 'data')
    const words = [join(folder, 'nabij'), 'start', '--data', data, '--port', '0']
    const hidden = ['unshare', '-rm', 'sh', '-c', 'mount -t tmpfs none "$0" && exec "$@"', root, ...words]
    const [program = '', ...rest] = canHide ? hidden : words
    const box = spawn(program, rest, { cwd: place, env: { PATH: '/usr/bin:/bin', HOME: place, LANG: 'C' } })
    let said = ''
    box.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    box.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const address = await until(
      () => /http:\/\/\S+/.exec(said)?.[0],
      () => `${box.exitCode} ${said}`,
    )
    expect(await (await fetch(address)).text()).toContain('<title>nabij')
    expect((await fetch(new URL('/sample/api/v1/status', address))).status).toBe(404)
    expect((await fetch(new URL('/api/v1/sample', address), { method: 'POST' })).status).toBe(200)
    const verdict = await until(
      () => firstVerdict(address),
      () => said,
    )
    expect(verdict).toMatchObject({ verdict: expect.stringMatching(/pass|fail/), score: expect.any(Number) })
    const evidence = new URL('/api/v1/register/evidence?name=package-lock.json', address)
    const lock = JSON.stringify({
      name: 'shop',
      lockfileVersion: 3,
      packages: { '': { dependencies: { react: '19.1.0' } }, 'node_modules/react': { version: '19.1.0' } },
    })
    expect(await (await fetch(evidence, { method: 'POST', body: lock })).json()).toMatchObject({ findings: [{}] })
    expect(await (await fetch(new URL('/api/v1/register/report.pdf', address))).text()).toMatch(/^%PDF-/)
    box.kill('SIGTERM')
    expect(await once(box, 'exit')).toEqual([0, null])
    expect(readdirSync(place).sort(), 'left beside the data').toEqual(['data', 'nabij'])
  })
})

/** Of the sample's biscuit line. */
async function firstVerdict(address: string): Promise<unknown> {
  const { stations } = (await (await fetch(new URL('/sample/api/v1/stations', address))).json()) as {
    stations: { lastVerdict: unknown }[]
  }
  return stations[0]?.lastVerdict
}
