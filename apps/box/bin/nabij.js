#!/usr/bin/env node
// The `nabij` command on whatever Node is at hand: hands over to the Node that comes with nabij.
// Nothing here is newer than Node 18, and nothing needs an installed package.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(realpathSync(fileURLToPath(import.meta.url)))
const dutch = /^nl/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
const { program, node, isInstalled } = existsSync(join(here, '..', 'lib', 'main.js')) ? inRelease() : inClone()
const isModern = Number(process.versions.node.split('.')[0]) >= 24

if (process.env.npm_command === 'exec') endWithParent()
if (!isInstalled) {
  stop(
    'nabij is hier nog niet geïnstalleerd: typ eerst npm start (of npm ci) in de map van nabij.',
    'nabij is not installed here yet: type npm start (or npm ci) in the folder of nabij first.',
  )
} else if (node && realpathSync(node) !== realpathSync(process.execPath)) {
  handOver(node)
} else if (isModern) {
  await import(pathToFileURL(program).href)
} else {
  stop(
    `nabij heeft Node 24 nodig en dit is ${process.version}; voor dit soort computer komt Node niet mee, installeer het zelf.`,
    `nabij needs Node 24 and this is ${process.version}; for this kind of computer Node does not come along, install it yourself.`,
  )
}

function inClone() {
  const root = join(here, '..', '..', '..')
  return {
    program: join(here, '..', 'src', 'main.ts'),
    node: bundled(
      join(root, 'node_modules', `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`),
    ),
    // npm writes this file as the last act of an install.
    isInstalled: existsSync(join(root, 'node_modules', '.package-lock.json')),
  }
}

function inRelease() {
  const root = join(here, '..')
  return { program: join(root, 'lib', 'main.js'), node: bundled(join(root, 'node')), isInstalled: true }
}

/** The program in the folder of a Node; null when it is not there or was built for another C library. */
function bundled(folder) {
  const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(file) && !usesMusl() ? file : null
}

function usesMusl() {
  try {
    return process.platform === 'linux' && readFileSync('/usr/bin/ldd', 'utf8').includes('musl')
  } catch {
    return false
  }
}

/** Runs the command as a child that hears our signals, and ends the way it ends. */
function handOver(file) {
  const child = spawn(file, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const pass = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, pass)
  child.once('error', (error) => {
    console.error(error.message)
    process.exit(3)
  })
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    for (const each of signals) process.off(each, pass)
    process.kill(process.pid, signal)
    // Should the signal not end us: the number that a shell gives it.
    process.exitCode = 128 + (constants.signals[signal] || 0)
  })
}

/** npx passes a signal on to its shell, and a shell that ends tells nobody: then we have another parent. */
function endWithParent() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

function stop(nl, en) {
  console.error(dutch ? nl : en)
  process.exitCode = 2
}
