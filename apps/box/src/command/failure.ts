import {
  asNabijError,
  type ErrorCode,
  errorCatalogue,
  type Language,
  newId,
  type Problem,
  toProblem,
} from '@nabij/base'
import type { Terminal } from './terminal.ts'
import type { ExitCode } from './verb.ts'

/** An error that the running box answered with: the problem as it came over the wire. */
export class RefusedByBox extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'RefusedByBox'
    this.problem = problem
  }
}

/** Says what went wrong: to a person on stderr, to a program (`--json`) as {"error": Problem} on stdout. */
export function tellFailure(
  thrown: unknown,
  { language, json, terminal }: { language: Language; json: boolean; terminal: Terminal },
): ExitCode {
  const problem = problemOf(thrown, language)
  if (json) terminal.print(JSON.stringify({ error: problem }))
  else for (const line of linesOf(problem)) terminal.tell(line)
  if (process.env['NABIJ_DEBUG'] && thrown instanceof Error) terminal.tell(thrown.stack ?? '')
  return exitCodeOf(problem.code)
}

/** Whatever was thrown, as a problem in the reader's language. */
export function problemOf(thrown: unknown, language: Language): Problem {
  return thrown instanceof RefusedByBox
    ? thrown.problem
    : toProblem(asNabijError(thrown), language, `urn:uuid:${newId()}`)
}

export function exitCodeOf(code: string): ExitCode {
  return Object.hasOwn(errorCatalogue, code) ? errorCatalogue[code as ErrorCode].exit : 3
}

function linesOf({ title, detail, action, code }: Problem): string[] {
  return [/[.?!]$/.test(title) ? title : `${title}.`, `  ${detail}`, `  ${action}`, `  (${code})`]
}
