import type { Move, MoveLine } from '@nabij/base'
import { dropInRoute } from './examples.ts'
import * as register from './register/examples.ts'

const at = 1_763_971_200_000

export const move: Move = {
  id: register.service.id,
  serviceName: register.service.name,
  state: 'shadowing',
  option: 'self-hosted',
  owner: 'Anna',
  fallBack: null,
  by: '2027-06-01',
  switchedOn: null,
  reopened: null,
  changedAt: at,
  proof: null,
  routeId: dropInRoute.id,
  stationId: null,
  costAfter: 12_000,
  costOnce: 90_000,
  worse: null,
  cost: { before: 96_000, from: 'register', after: 12_000, once: 90_000 },
  route: { mode: 'cloud-first', agreement: 0.995, n: 412, ruleMet: true },
  next: {
    nl: 'De box mag het overnemen: zet de aansluiting op “alleen de box”.',
    en: 'The box may take over: set the connection to “box only”.',
  },
  steps: [{ at, state: 'considered', seen: false, by: 'Anna', note: null, evidence: [] }],
}

export const line: MoveLine = {
  points: [{ day: '2026-11-25', outsideCost: 480_000, crucialOutside: 4, costPerYear: 900_000 }],
  won: { outsideCost: 0, crucialOutside: 0, gone: 0 },
  steps: [],
}
