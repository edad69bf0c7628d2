import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { featureCache } from './feature-cache.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nabij-features-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const lists = [Float32Array.of(1, 2.5, -3), new Float32Array(), Float32Array.of(4)]

it('gives back what was put, and nothing of a name that it does not know', async () => {
  const cache = featureCache(folder)
  await cache.put('abcd', lists)
  expect(await cache.get('abcd')).toEqual(lists)
  expect(await cache.get('other')).toBeNull()
  expect(await featureCache(null).get('abcd')).toBeNull()
})

it.each([
  ['cut', (bytes: Uint8Array) => bytes.subarray(0, 20)],
  ['empty', () => new Uint8Array()],
  ['another number', (bytes: Uint8Array) => bytes.map((byte, n) => (n === bytes.length - 1 ? byte ^ 1 : byte))],
])('nothing of a file that is damaged: %s', async (_how, change) => {
  const cache = featureCache(folder)
  await cache.put('abcd', lists)
  const path = join(folder, 'features', 'ab', 'abcd')
  const { readFileSync } = await import('node:fs')
  writeFileSync(path, change(readFileSync(path)))
  expect(await cache.get('abcd')).toBeNull()
})

it('never grows far beyond its bound', async () => {
  const cache = featureCache(folder, 100_000)
  for (let n = 0; n < 60; n++) await cache.put(`name${n}`, [new Float32Array(1000).fill(n)])
  const names = readdirSync(join(folder, 'features'), { recursive: true, encoding: 'utf8' })
  const bytes = names.reduce(
    (sum, name) =>
      sum + (statSync(join(folder, 'features', name)).isFile() ? statSync(join(folder, 'features', name)).size : 0),
    0,
  )
  expect(bytes).toBeLessThan(135_000)
  expect(await cache.get('name59')).not.toBeNull()
})
