import type { Call } from '../verb.ts'

export interface Finding {
  state: 'ok' | 'warning' | 'problem'
  /** What was found. */
  found: string
  /** What to do; null when all is well. */
  todo: string | null
}

/** One thing that the doctor looks at: it finds out, and never throws for what it can name. */
export interface Check {
  name: string
  title: { nl: string; en: string }
  look(call: Call): Promise<Finding> | Finding
}

export const ok = (found: string): Finding => ({ state: 'ok', found, todo: null })
export const warning = (found: string, todo: string): Finding => ({ state: 'warning', found, todo })
export const problem = (found: string, todo: string): Finding => ({ state: 'problem', found, todo })
