import type { Answer } from '@nabij/base'
import type { DialectResponse } from './dialect.ts'

/** What an answer means, whoever gave it, and which model gave it where the service says so. */
export interface Understood {
  answer: Answer
  version: string | null
}

/** An answer as an object; null when it is none, or no answer but an error. */
export function objectIn({ status, body }: DialectResponse): Record<string, unknown> | null {
  if (status < 200 || status >= 300) return null
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

export function listIn(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return []
  return value.filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null)
}

/** A score or a place: a number between 0 and 1, within what a computer's arithmetic leaves over; else null. */
export function shareIn(value: unknown): number | null {
  if (typeof value !== 'number' || !(value >= -1e-6) || !(value <= 1 + 1e-6)) return null
  return Math.min(1, Math.max(0, value))
}

export function boxIn(x: unknown, y: unknown, w: unknown, h: unknown): Answer['labels'][number]['box'] {
  const numbers = [x, y, w, h].map((value) => (typeof value === 'number' && Number.isFinite(value) ? value : null))
  const [left, top, width, height] = numbers
  if (left == null || top == null || width == null || height == null) return null
  return { x: left, y: top, w: width, h: height }
}

const decisions = ['pass', 'fail', 'unsure'] as const

export function decisionIn(value: unknown): Answer['decision'] {
  return decisions.find((decision) => decision === value) ?? null
}
