import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findFiles } from './find-files.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nabij-find-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), 'x')
}

/** Found paths from the root, trees with a slash at the end. */
function found(...paths: string[]): { files: string[]; ignored: Record<string, number> } {
  const { files, ignored } = findFiles(paths.map((path) => join(root, path)))
  return {
    files: files.map(({ path, isTree }) => path.slice(root.length + 1) + (isTree ? '/' : '')),
    ignored: Object.fromEntries(ignored),
  }
}

describe('files below a folder', () => {
  it('come by name, each once; software is one whole, and what lies beside it comes by itself', () => {
    for (const path of ['b.csv', 'a/x.xml', 'shop/package.json', 'shop/bank.csv', 'shop/index.ts']) put(path)
    expect(found('.', 'b.csv').files).toEqual(['a/x.xml', 'b.csv', 'shop/', 'shop/bank.csv'])
  })

  it('are not reached through links, and not without end', () => {
    put('a.csv')
    symlinkSync(root, join(root, 'loop'))
    symlinkSync(join(root, 'a.csv'), join(root, 'b.csv'))
    put(`${'d/'.repeat(100)}deep.csv`)
    expect(found('.')).toEqual({
      files: ['a.csv'],
      ignored: { 'folder that is nested too deep': 1, link: 2 },
    })
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'that may not be read are told, the others come',
    () => {
      put('locked/a.csv')
      put('open/b.csv')
      chmodSync(join(root, 'locked'), 0)
      try {
        expect(found('.')).toEqual({ files: ['open/b.csv'], ignored: { 'folder that cannot be read': 1 } })
        expect(() => found('locked')).toThrow('cannot be read')
      } finally {
        chmodSync(join(root, 'locked'), 0o700)
      }
    },
  )

  it('must be there', () => {
    expect(() => found('nothing')).toThrow('cannot be read')
  })
})
