import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId, type OwnModel } from '@nabij/base'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStores, type Stores } from './index.ts'

let folder: string
let stores: Stores
const open = () => openStores({ path: join(folder, 'nabij.sqlite'), clock: Date.now })
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nabij-models-'))
  stores = await open()
})
afterEach(async () => {
  await stores.close()
  rmSync(folder, { recursive: true, force: true })
})

const hash = 'a'.repeat(64)
const model = (change: Partial<OwnModel> = {}): OwnModel => ({
  id: newId(),
  name: 'koekjes',
  createdAt: 5,
  sha256: hash,
  bytes: 3,
  stopped: false,
  family: 'unknown',
  inputs: [{ name: 'x', type: 'float32', dims: [1] }],
  outputs: [{ name: 'y', type: 'float32', dims: [1] }],
  opset: 17,
  work: 1,
  settings: null,
  reasons: [],
  ...change,
})

it('models stay after a crash, change and go', async () => {
  const [first, second] = [model({ createdAt: 2 }), model({ createdAt: 1 })]
  await stores.models.put(first)
  await stores.models.put(second)
  await stores.models.put({ ...first, name: 'bouten' })
  await stores.crash()
  await stores.close()
  stores = await open()
  expect(await stores.models.list()).toEqual([second, { ...first, name: 'bouten' }])
  await stores.models.remove(second.id)
  expect(await stores.models.list()).toHaveLength(1)
})

it('the file of a model is kept as long as one model has it', async () => {
  const [one, other] = [model(), model()]
  await stores.models.put(one)
  await stores.models.put(other)
  await stores.models.remove(one.id)
  expect(await stores.keeping.unreferenced([hash, 'b'.repeat(64)])).toEqual(['b'.repeat(64)])
  await stores.models.remove(other.id)
  expect(await stores.keeping.unreferenced([hash])).toEqual([hash])
})
