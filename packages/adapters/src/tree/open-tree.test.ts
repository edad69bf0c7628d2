import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTree, type TreeOptions } from './index.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'nabij-tree-'))
})
afterEach(async () => {
  await rm(root, { recursive: true, force: true })
})

async function put(path: string, content = 'x'): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), content)
}

async function walk(options?: TreeOptions, folder = root) {
  const tree = await openTree(folder, options)
  const files: string[] = []
  for await (const { path, size } of tree.files) files.push(`${path} ${size}`)
  return { files, left: tree.left(), entries: tree.entries() }
}

test('It gives the files that matter in order of name and does not enter folders of others', async () => {
  const paths = 'b/package.json a/Dockerfile node_modules/x/package.json .git/config src/a.ts package.json'
  for (const path of paths.split(' ')) await put(path)
  const { files, left } = await walk()
  expect(files).toEqual(['a/Dockerfile 1', 'b/package.json 1', 'package.json 1'])
  expect(left).toEqual([{ reason: 'folder of other code or of a build', count: 2 }])
})

test('Links are not followed, wherever they lead', async () => {
  await put('outside/package.json', 'secret')
  await put('inside/package.json')
  await symlink(join(root, 'outside'), join(root, 'inside/folder'))
  await symlink(join(root, 'outside/package.json'), join(root, 'inside/Dockerfile'))
  await symlink('..', join(root, 'inside/loop'))
  const { files, left } = await walk({}, join(root, 'inside'))
  expect(files).toEqual(['package.json 1'])
  expect(left).toEqual([{ reason: 'link', count: 3 }])
})

test('A file that became a link after it was seen is not read', async () => {
  await put('secret/x', 'secret')
  await put('in/package.json')
  const tree = await openTree(join(root, 'in'))
  for await (const file of tree.files) {
    await rm(join(root, 'in', file.path))
    await symlink(join(root, 'secret/x'), join(root, 'in', file.path))
    await expect(Array.fromAsync(file.bytes())).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNREADABLE' })
  }
})

test('Bytes come whole, in pieces', async () => {
  const content = 'abc'.repeat(300_000)
  await put('package.json', content)
  const tree = await openTree(root)
  for await (const file of tree.files) {
    const pieces = await Array.fromAsync(file.bytes())
    expect(pieces.length).toBeGreaterThan(1)
    expect(Buffer.concat(pieces).toString()).toBe(content)
  }
})

test('Limits end the walk and are told', async () => {
  for (let at = 0; at < 20; at += 1) await put(`${at}/package.json`)
  await put('a/b/c/d/package.json')
  expect((await walk({ limits: { files: 3 } })).files).toHaveLength(3)
  expect((await walk({ limits: { entries: 5 } })).left).toEqual([{ reason: 'beyond what one tree may have', count: 2 }])
  expect((await walk({ limits: { depth: 2 } })).left).toEqual([{ reason: 'folder that is nested too deep', count: 1 }])
})

test('What is no folder is an error; a stopped walk ends', async () => {
  await put('file')
  await expect(openTree(join(root, 'file'))).rejects.toMatchObject({ code: 'NABIJ_FOLDER_GONE' })
  await expect(openTree(join(root, 'none'))).rejects.toMatchObject({ code: 'NABIJ_FOLDER_GONE' })
  await expect(walk({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
})
