import type { Problem } from '@nabij/base'

/** A refusal by the box, or the box that cannot be reached, in the shape that the page shows. */
export class ApiError extends Error {
  readonly problem: Problem | null

  /** `problem` is null when no answer came at all. */
  constructor(problem: Problem | null) {
    super(problem?.title ?? 'the box does not answer')
    this.name = 'ApiError'
    this.problem = problem
  }
}

/** What an answer that is not "ok" says; an answer without a problem document gets the bare facts. */
export function problemFrom(status: number, text: string): Problem {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null && 'code' in parsed && 'title' in parsed) return parsed as Problem
  } catch {
    // Not JSON: something between the page and the box answered.
  }
  return {
    type: 'about:blank',
    code: `HTTP ${status}`,
    status,
    title: text.trim().slice(0, 200) || `HTTP ${status}`,
    detail: '',
    action: '',
    instance: '',
  }
}
