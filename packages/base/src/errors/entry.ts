/** What a person reads about an error: what happened, what it means for them, what to do now. */
export interface ErrorText {
  /** One sentence; `{name}` is replaced by the parameter of that name. */
  title: string
  meaning: string
  action: string
}

export interface ErrorEntry {
  /** HTTP status. */
  status: number
  /** Exit code of the command: 1 the answer is "no", 2 wrong use, 3 our fault. */
  exit: 1 | 2 | 3
  nl: ErrorText
  en: ErrorText
}

/** Puts `params` into the `{name}` places of a text; a name without a value stays as it is. */
export function fillIn(text: string, params: Record<string, unknown>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole))
}
