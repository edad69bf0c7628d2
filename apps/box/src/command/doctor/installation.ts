import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { answers, runningBox } from '../../supervisor/running.ts'
import type { Call } from '../verb.ts'
import { type Check, type Finding, ok, problem, warning } from './check.ts'

const usualPort = 6225

/** nabij itself: its Node, its files, the way to its page. */
export const installationChecks: readonly Check[] = [
  {
    name: 'node',
    title: { nl: 'Node', en: 'Node' },
    look({ say }) {
      const found = `${process.version} (${process.execPath})`
      if (Number(process.versions.node.split('.')[0]) >= 24) return ok(found)
      return problem(
        found,
        say(
          'Start nabij met npx nabij of npm start: die nemen de goede Node.',
          'Start nabij with npx nabij or npm start: they take the right Node.',
        ),
      )
    },
  },
  {
    name: 'models',
    title: { nl: 'Model', en: 'Model' },
    async look({ installation, say }) {
      const name = basename(installation.model)
      const repair = say(
        'Het bestand is beschadigd of mist: installeer nabij opnieuw.',
        'The file is damaged or missing: install nabij again.',
      )
      const bytes = await readFile(installation.model).catch(() => null)
      if (!bytes) return problem(say(`${name} ontbreekt`, `${name} is missing`), repair)
      const wanted = await readFile(join(dirname(installation.model), 'checksums'), 'utf8').catch(() => '')
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (wanted.includes(`${sha256}  ${name}`))
        return ok(
          say(`${name} klopt (sha256 ${sha256.slice(0, 12)}…)`, `${name} is right (sha256 ${sha256.slice(0, 12)}…)`),
        )
      return problem(
        say(
          `${name} is veranderd (sha256 ${sha256.slice(0, 12)}…)`,
          `${name} was changed (sha256 ${sha256.slice(0, 12)}…)`,
        ),
        repair,
      )
    },
  },
  {
    name: 'executor',
    title: { nl: 'Rekenproces', en: 'Executor' },
    look: tryExecutor,
  },
  {
    name: 'page',
    title: { nl: 'Pagina', en: 'Page' },
    look({ installation, say }) {
      if (existsSync(join(installation.web, 'index.html'))) return ok(say('gebouwd', 'built'))
      return problem(
        say('is er niet', 'is not there'),
        say(
          'Typ npm start in de map van nabij: dat bouwt de pagina.',
          'Type npm start in the folder of nabij: that builds the page.',
        ),
      )
    },
  },
  {
    name: 'port',
    title: { nl: 'Poort', en: 'Port' },
    look: lookAtPort,
  },
]

/** Starts one and lets it decode a picture of 16 × 16 pixels: that needs the native parts. */
async function tryExecutor({ installation, say }: Call): Promise<Finding> {
  const { startExecutorPool } = await import('@nabij/adapters/executor-pool')
  const executor = startExecutorPool({ program: installation.executorProgram, executors: 1, log: () => undefined })
  const began = performance.now()
  try {
    await executor.examine(Buffer.from(smallPicture, 'base64'))
    const ms = Math.round(performance.now() - began)
    return ok(say(`start en leest een foto in ${ms} ms`, `starts and reads a picture in ${ms} ms`))
  } catch (error) {
    const found = say('start niet', 'does not start')
    return problem(
      `${found}: ${error instanceof Error ? error.message : String(error)}`,
      say(
        'Installeer nabij opnieuw op deze computer; mappen van een andere soort computer werken hier niet.',
        'Install nabij again on this computer; folders from another kind of computer do not work here.',
      ),
    )
  } finally {
    await executor.stop()
  }
}

/** A grey PNG. */
const smallPicture =
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAD0lEQVQYlWPoQAMMI1sAAEVIiAHyucenAAAAAElFTkSuQmCC'

async function lookAtPort({ root, say }: Call): Promise<Finding> {
  const running = runningBox(root)
  if (running) {
    if (await answers(running.address))
      return ok(say(`nabij draait op ${running.address}`, `nabij is running at ${running.address}`))
    return problem(
      say(`nabij op ${running.address} antwoordt niet`, `nabij at ${running.address} does not answer`),
      say('Stop het met nabij stop en start het opnieuw.', 'Stop it with nabij stop and start it again.'),
    )
  }
  if (await isFree(usualPort)) return ok(say(`${usualPort} is vrij`, `${usualPort} is free`))
  return warning(
    say(`${usualPort} is bezet door iets anders`, `${usualPort} is taken by something else`),
    say(
      'Niet erg: nabij neemt de volgende vrije poort en zegt welke.',
      'No harm: nabij takes the next free port and says which.',
    ),
  )
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}
