import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cacheFolder } from './cache-folder.ts'

it('what a kill left of a correction goes at the next start, what is being made stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nabij-cache-test-'))
  try {
    expect(cacheFolder(folder).path).toBe(folder)
    mkdirSync(join(folder, 'corrected'))
    for (const name of ['left.onnx', 'new.onnx']) writeFileSync(join(folder, 'corrected', name), name)
    const yesterday = Date.now() / 1000 - 86_400
    utimesSync(join(folder, 'corrected', 'left.onnx'), yesterday, yesterday)
    cacheFolder(folder)
    expect(readdirSync(join(folder, 'corrected'))).toEqual(['new.onnx'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
