import { CommanderError } from 'commander'
import { findInstallation } from '../installation.ts'
import { buildProgram } from './build-program.ts'
import { tellFailure } from './failure.ts'
import { languageOf } from './language.ts'
import { processTerminal, type Terminal } from './terminal.ts'
import type { Call, ExitCode } from './verb.ts'
import { verbs } from './verbs.ts'

/** The whole command: from the words that were typed to the exit code. Everything that goes wrong is told here. */
export async function runCommand(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<ExitCode> {
  const language = languageOf(argv, process.env)
  const json = argv.includes('--json')
  const stopping = new AbortController()
  let code: ExitCode = 0
  // Nobody who runs a command reads a stack trace.
  process.once('uncaughtException', (error) => process.exit(tellFailure(error, { language, json, terminal })))
  try {
    const installation = findInstallation()
    const program = buildProgram(verbs, { language, version: installation.version, terminal }, async (verb, given) => {
      const run = await verb.load()
      const say = (nl: string, en: string) => (language === 'nl' ? nl : en)
      const call: Call = { ...given, language, json, say, terminal, installation, signal: stopping.signal }
      if (!verb.handlesSignals) abortOnSignals(stopping)
      code = await run(call)
    })
    await program.parseAsync(argv.length > 0 ? [...argv] : ['--help'], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    if (stopping.signal.aborted) return endBySignal(stopping.signal.reason as NodeJS.Signals)
    return tellFailure(error, { language, json, terminal })
  }
}

/** How long what is under way may take to clean up after an interruption. */
const cleanUp = 3000

function abortOnSignals(stopping: AbortController): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      stopping.abort(signal)
      setTimeout(() => endBySignal(signal), cleanUp).unref()
    })
}

/** What was under way has cleaned up by now: end as the shell expects of a command that was interrupted. */
function endBySignal(signal: NodeJS.Signals): ExitCode {
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
  return 3
}
