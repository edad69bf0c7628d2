import type { Language } from '@nabij/base'
import type { Installation } from '../installation.ts'
import type { Terminal } from './terminal.ts'

/** One text in both languages. */
export interface Bilingual {
  nl: string
  en: string
}

export interface VerbOption {
  /** As commander writes it: `--port <number>`. */
  flags: string
  text: Bilingual
  required?: boolean
  /** Turns the text that was typed into a value. @throws NabijError NABIJ_COMMAND_USE */
  parse?(text: string, name: string): unknown
}

/** One thing that the command can do. The code that does it is loaded when it is called. */
export interface Verb {
  /** The words after `nabij`: a noun and a verb, or one word for what concerns the whole box. */
  words: readonly [string] | readonly [string, string]
  /** Arguments as commander writes them: `<file>`, `[file]`, `<paths...>`. */
  args?: readonly { name: string; text: Bilingual }[]
  options?: readonly VerbOption[]
  text: Bilingual
  /** What the exit code says, where it says more than "it worked". */
  exit?: Bilingual
  /** At least one, without the `$`. */
  examples: readonly string[]
  /** It answers to Ctrl-C and SIGTERM itself. */
  handlesSignals?: boolean
  load(): Promise<Run>
}

/** Does it; the answer is the exit code. Errors are thrown, and told in one place. */
export type Run = (call: Call) => Promise<ExitCode>

/** 0 fine · 1 the answer is "no" · 2 wrong use · 3 our fault. */
export type ExitCode = 0 | 1 | 2 | 3

/** What a verb is given. */
export interface Call {
  args: readonly (string | readonly string[] | undefined)[]
  options: Readonly<Record<string, unknown>>
  /** The folder with all data. */
  root: string
  language: Language
  json: boolean
  /** The text in the language of whoever reads it. */
  say(nl: string, en: string): string
  terminal: Terminal
  installation: Installation
  /** Aborts at Ctrl-C, SIGTERM and SIGHUP. */
  signal: AbortSignal
}

/** A positional argument by its place: commander has checked that the required ones are there. */
export function word(call: Call, index: number): string {
  return String(call.args[index] ?? '')
}

/** The text of an option; undefined when it was not given. */
export function optionText({ options }: Call, name: string): string | undefined {
  const given = options[name]
  return typeof given === 'string' ? given : undefined
}

/** A positional argument that takes several words. */
export function words(call: Call, index: number): readonly string[] {
  const given = call.args[index]
  return Array.isArray(given) ? given : []
}
