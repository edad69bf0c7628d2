import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkRooms } from './rooms.ts'

/** A house of three rooms; `source` is the only line of packages/vision/src/look.ts. */
function house(root: string, source: string, files: Record<string, string> = {}): void {
  const room = (name: string, rest: object) =>
    JSON.stringify({ name: `@nabij/${name}`, exports: './src/index.ts', ...rest })
  const all = {
    'package.json': JSON.stringify({ workspaces: ['packages/*'], devDependencies: { vitest: '1.0.0' } }),
    'packages/base/package.json': room('base', {}),
    'packages/base/src/index.ts': 'export const one = 1',
    'packages/base/src/inner.ts': 'export const two = 2',
    'packages/stations/package.json': room('stations', {
      dependencies: { '@nabij/base': '1.0.0', '@nabij/vision': '1.0.0' },
    }),
    'packages/stations/src/index.ts': 'export const three = 3',
    'packages/vision/package.json': room('vision', { dependencies: { '@nabij/base': '1.0.0', zod: '4.0.0' } }),
    'packages/vision/src/look.ts': source,
    ...files,
  }
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(join(root, dirname(file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
}

describe('the walls between rooms', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'nabij-rooms-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it.each([
    ["import { one } from '@nabij/base'"],
    ["import { z } from 'zod'"],
    ["export { z } from 'zod'"],
    ["import './other.ts'"],
  ])('lets through: %s', (source) => {
    house(root, source)
    expect(checkRooms(root)).toEqual([])
  })

  it.each([
    ["import { z } from 'yaml'", 'is not declared'],
    ["import type { Y } from 'yaml'", 'is not declared'],
    ["const y = await import('yaml')", 'is not declared'],
    ["export * from 'yaml'", 'is not declared'],
    ["export type Y = import('yaml').Y", 'is not declared'],
    ["export const two: typeof import('../../base/src/inner.ts').two = 2", 'leaves the room'],
    ["const y = require('yaml')", 'is not declared'],
    ["import { three } from '@nabij/stations'", 'is not declared'],
    ["import { two } from '@nabij/base/src/inner.ts'", 'passes the front door'],
    ["import { two } from '../../base/src/inner.ts'", 'leaves the room'],
    ["import { readFileSync } from 'node:fs'", 'is the world'],
    ["import fs from 'fs'", 'is the world'],
    ["import { look } from '@nabij/vision'", 'by the front door'],
  ])('refuses: %s', (source, fault) => {
    house(root, source)
    expect(checkRooms(root)).toEqual([expect.stringContaining(fault)])
  })

  it('refuses an arrow that goes up, even when package.json declares it', () => {
    house(root, "import { three } from '@nabij/stations'", {
      'packages/vision/package.json': JSON.stringify({
        name: '@nabij/vision',
        exports: './src/index.ts',
        dependencies: { '@nabij/stations': '1.0.0' },
      }),
    })
    expect(checkRooms(root)).toEqual([expect.stringContaining('which it may not enter')])
  })

  it('refuses a room that is not in the table', () => {
    house(root, '', { 'packages/attic/package.json': JSON.stringify({ name: '@nabij/attic' }) })
    expect(checkRooms(root)).toEqual([expect.stringContaining('not in the table')])
  })

  it('lets a test use tools and the world', () => {
    house(root, '', { 'packages/vision/src/look.test.ts': "import 'node:fs'\nimport { it } from 'vitest'" })
    expect(checkRooms(root)).toEqual([])
  })

  it('finds nothing in nabij itself', () => {
    expect(checkRooms(join(import.meta.dirname, '..', '..'))).toEqual([])
  })
})
