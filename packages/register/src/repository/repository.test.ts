import type { Trace } from '@nabij/base'
import { knowledgeIndex } from '@nabij/knowledge'
import { expect, test } from 'vitest'
import {
  isForeignFolder,
  isRepository,
  mayMatter,
  readRepository,
  readRepositoryEvidence,
  type TreeFile,
} from '../repository.ts'

async function* treeOf(files: Record<string, string>): AsyncGenerator<TreeFile> {
  for (const [path, content] of Object.entries(files)) {
    const bytes = new TextEncoder().encode(content)
    yield {
      path,
      size: bytes.length,
      async *bytes() {
        yield bytes
      },
    }
  }
}

async function read(files: Record<string, string>) {
  const traces: Trace[] = []
  const ignored: Record<string, number> = {}
  const emit = {
    record: () => undefined,
    trace: (trace: Trace) => void traces.push(trace),
    ignored: (reason: string, count = 1) => void (ignored[reason] = (ignored[reason] ?? 0) + count),
    day: () => undefined,
  }
  const result = await readRepository(treeOf(files), emit, new AbortController().signal)
  return { ...result, ignored, lines: traces.map(({ text, locator }) => `${text} | ${locator}`) }
}

const files = {
  'README.md': '# Shop',
  'apps/web/package.json': JSON.stringify({
    name: '@shop/web',
    dependencies: { react: '^19.0.0', '@shop/ui': '1.0.0' },
  }),
  'package-lock.json': JSON.stringify({
    lockfileVersion: 1,
    dependencies: { react: { version: '19.1.0' }, ms: { version: '2.0.0' } },
  }),
  'packages/ui/package.json': JSON.stringify({ name: '@shop/ui', devDependencies: { react: '^19.0.0' } }),
  'compose.yaml': 'services:\n  db:\n    image: postgres:16\n',
  'deploy/compose.yaml': 'services:\n  db:\n    image: postgres:15\n',
  'broken/package.json': '{"dependencies": {',
}

test('Each thing once, at the place that says most; own packages are none; what is broken is counted', async () => {
  const { lines, packages, unreadable, ignored, looked, read: by } = await read(files)
  expect(lines.sort()).toEqual([
    'image · postgres | compose.yaml:3',
    'npm · ms 2.0.0 · transitive | package-lock.json: dependencies/ms',
    'npm · react ^19.0.0 · direct | apps/web/package.json: dependencies/react',
  ])
  expect(packages).toEqual({ direct: 1, transitive: 1, unsaid: 0 })
  expect(unreadable).toEqual([{ path: 'broken/package.json', code: 'NABIJ_EVIDENCE_UNREADABLE' }])
  expect(ignored).toEqual({ 'file that cannot be read': 1, 'own package of the project': 1 })
  expect({ looked, by }).toEqual({ looked: 6, by: { 'package-json': 2, 'npm-lock': 1, compose: 2 } })
})

test('The order of the files does not matter', async () => {
  const turned = Object.fromEntries(Object.entries(files).reverse())
  expect((await read(turned)).lines.sort()).toEqual((await read(files)).lines.sort())
})

test('Of a lock file without manifest beside it nobody knows who asked', async () => {
  const { lines, packages } = await read({
    ...files,
    'other/yarn.lock': '# yarn lockfile v1\n\nleft-pad@^1:\n  version "1.3.0"\n',
  })
  expect(lines).toContain('npm · left-pad 1.3.0 | other/yarn.lock:3')
  expect(packages).toEqual({ direct: 1, transitive: 1, unsaid: 1 })
})

test('The same tree is the same evidence; a change in what matters makes it another', async () => {
  const empty = {
    vendors: [],
    alternatives: [],
    events: [],
    laws: [],
    prices: [],
    chips: [],
    chipFacts: [],
    credits: [],
  }
  const index = knowledgeIndex({ format: 'nabij-knowledge/1', version: '1', made: '2026-01-01', ...empty })
  const idOf = async (tree: Record<string, string>) =>
    (await readRepositoryEvidence({ name: 'shop', files: treeOf(tree) }, { index, rules: [] })).evidence
  const first = await idOf(files)
  expect(first).toMatchObject({ path: 'shop', reader: 'repository', findings: [] })
  expect((await idOf(files)).sha256).toBe(first.sha256)
  expect((await idOf({ ...files, 'README.md': 'other' })).sha256).toBe(first.sha256)
  expect((await idOf({ ...files, 'compose.yaml': 'services: {}\n' })).sha256).not.toBe(first.sha256)
})

test('A workflow that no service looks for is an example', async () => {
  const workflow = 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v4\n'
  expect((await read({ 'docs/ci.yml': workflow })).lines).toEqual([])
  expect((await read({ '.github/workflows/ci.yml': workflow })).lines).toHaveLength(2)
})

test('It stops when it is told to', async () => {
  const stop = new AbortController()
  stop.abort(new Error('enough'))
  const emit = { record: () => undefined, trace: () => undefined, ignored: () => undefined, day: () => undefined }
  await expect(readRepository(treeOf(files), emit, stop.signal)).rejects.toThrow('enough')
})

test('Which files matter and which folders are of others', () => {
  const yes =
    `a/package.json Dockerfile.prod web.Dockerfile x/requirements-dev.txt requirements/base.txt A.csproj k8s/x.yml
    .env.example main.tf sbom.cdx.json vercel.json libs.versions.toml`.split(/\s+/)
  const no = 'a.ts README.md data.json notes.txt index.html statement.csv tsconfig.json x.xml'.split(' ')
  expect(yes.filter((path) => !mayMatter(path))).toEqual([])
  expect(no.filter((path) => mayMatter(path))).toEqual([])
  expect(['node_modules', '.git', 'vendor', 'build', 'Pods'].every((name) => isForeignFolder(name))).toBe(true)
  expect(isForeignFolder('data', 'bench/data')).toBe(true)
  expect(isForeignFolder('data', 'src/data')).toBe(false)
  expect(['src', '.github', 'deploy', 'packages'].some((name) => isForeignFolder(name))).toBe(false)
  expect(isRepository(['README.md', 'package.json'])).toBe(true)
  expect(isRepository(['statement.csv', 'zone.txt', 'bom.json'])).toBe(false)
})
