import { NabijError } from '@nabij/base'
import type { Order } from './messages.ts'

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never

/** What is asked, before a child gives it a number. */
export type Job = Unnumbered<Order>

/** A job on its way through the pool; exactly one of `done` and `failed` is called in the end. */
export interface Task {
  /** What it is fair to others of: a recipe's hash, or one lane for all that needs none. */
  lane: string
  job: Job
  bytes: Uint8Array
  /** How often a child fell while it was busy with this. */
  strikes: number
  done(result: unknown, bytes: Uint8Array): void
  failed(error: unknown): void
}

/** A task together with the promise of its result; `read` makes the result out of what the child said. */
export function taskOf<T>(
  lane: string,
  job: Job,
  bytes: Uint8Array,
  read: (result: unknown, bytes: Uint8Array) => T,
): { task: Task; result: Promise<T> } {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const done = (result: unknown, answer: Uint8Array) => {
    try {
      resolve(read(result, answer))
    } catch (error) {
      reject(new NabijError('NABIJ_UNEXPECTED', { message: 'an executor gave an answer that is none' }, error))
    }
  }
  return { task: { lane, job, bytes, strikes: 0, done, failed: reject }, result: promise }
}
