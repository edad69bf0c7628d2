import type { Language } from '../shapes/language.ts'
import type { Problem } from '../shapes/problem.ts'
import { errorCatalogue } from './catalogue.ts'
import { fillIn } from './entry.ts'
import type { NabijError } from './nabij-error.ts'

/** The error as an RFC 9457 problem, in the reader's language. `instance` ties it to the log. */
export function toProblem(error: NabijError, language: Language, instance: string): Problem {
  const entry = errorCatalogue[error.code]
  const text = entry[language]
  return {
    type: `/errors/${error.code}`,
    code: error.code,
    status: entry.status,
    title: fillIn(text.title, error.params),
    detail: fillIn(text.meaning, error.params),
    action: fillIn(text.action, error.params),
    instance,
  }
}
