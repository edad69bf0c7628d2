import type { Job } from '@nabij/base'
import type { Call } from '../verb.ts'

export function stepName(step: Job['step'], { say }: Pick<Call, 'say'>): string {
  return {
    waiting: say('wacht', 'waiting'),
    reading: say('leest', 'reading'),
    locating: say('zoekt de delen', 'finding the parts'),
    learning: say('leert', 'learning'),
    checking: say('rekent na', 'checking'),
    saving: say('bewaart', 'saving'),
  }[step]
}

export function jobStateName(state: Job['state'], { say }: Pick<Call, 'say'>): string {
  return {
    queued: say('wacht', 'queued'),
    running: say('loopt', 'running'),
    done: say('klaar', 'done'),
    failed: say('mislukt', 'failed'),
    cancelled: say('afgebroken', 'cancelled'),
  }[state]
}

export function jobKindName(kind: Job['kind'], { say }: Pick<Call, 'say'>): string {
  return { teach: say('leren', 'teach'), backup: say('back-up', 'backup') }[kind]
}
