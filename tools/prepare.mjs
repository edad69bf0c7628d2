// Makes a clone ready: `prepare start` for running the box, `prepare test` for its checks as well.
// It runs before anything is installed and on any Node: no dependencies, nothing newer than Node 18.
// `--then FILE WORDS…` afterwards runs a program with the Node that comes with nabij.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundledNode, hasTools, missingPackages } from './prepare/installed.mjs'
import { install } from './prepare/npm.mjs'
import { buildPage, pageIsStale } from './prepare/page.mjs'
import { inTurn } from './prepare/turn.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [scope, then, ...words] = process.argv.slice(2)
const dutch = /^nl/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
const say = (nl, en) => console.log(dutch ? nl : en)

if (Number(process.versions.node.split('.')[0]) < 20) {
  say(
    `nabij heeft Node 20 of nieuwer nodig; dit is ${process.version}.`,
    `nabij needs Node 20 or newer; this is ${process.version}.`,
  )
  process.exit(2)
}

endWithParent()
if (isStale()) await inTurn(join(root, 'tmp', 'prepare.lock'), sayWaiting, prepare).catch(tellNotWritable)
const node = nodeToUse()
if (then === '--then') runWith(node, words)

function isStale() {
  return missingPackages(root, scope).length > 0 || pageIsStale(root)
}

async function prepare() {
  if (missingPackages(root, scope).length > 0) {
    say(
      'Installeren wat nabij nodig heeft (eenmalig, ongeveer een minuut) …',
      'Installing what nabij needs (once, about a minute) …',
    )
    const keep = existsSync(join(root, 'node_modules', '.package-lock.json'))
    const said = await install(root, { tools: scope === 'test' || hasTools(root), keep })
    const missing = missingPackages(root, scope)
    if (missing.length > 0) stop('npm', said ?? `npm left out: ${missing.slice(0, 5).join(', ')}`)
  }
  if (pageIsStale(root)) {
    say('De pagina bouwen …', 'Building the page …')
    const said = await buildPage(root, nodeToUse())
    if (said !== null) stop('vite', said)
  }
}

function nodeToUse() {
  const bundled = bundledNode(root)
  if (bundled) return bundled
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  say(
    `Voor dit soort computer (${process.platform}-${process.arch}) komt Node niet mee: installeer zelf Node 24 of nieuwer (dit is ${process.version}).`,
    `For this kind of computer (${process.platform}-${process.arch}) no Node comes with nabij: install Node 24 or newer yourself (this is ${process.version}).`,
  )
  return process.exit(2)
}

function runWith(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => stop('Node', error.message))
  child.once('exit', (code) => process.exit(code ?? 1))
}

/** npm passes a signal on to its shell, and a shell that ends tells nobody: then we have another parent. */
function endWithParent() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

function sayWaiting() {
  say('Een andere start is al aan het installeren; even wachten …', 'Another start is installing already; waiting …')
}

function tellNotWritable(error) {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error
  say(
    `nabij moet hier nog iets installeren, maar mag niet schrijven in ${root}: start het eenmaal als wie dat wel mag.`,
    `nabij still has to install something here, but may not write in ${root}: start it once as somebody who may.`,
  )
  process.exit(2)
}

function stop(who, said) {
  say(
    `Dat lukte niet; probeer het opnieuw zodra er verbinding is. ${who} zei:`,
    `That did not work; try again when there is a connection. ${who} said:`,
  )
  console.error(said)
  process.exit(3)
}
