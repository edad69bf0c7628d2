import type { Assessment, Europe, Service } from '@nabij/base'
import type { KnowledgeIndex } from '@nabij/knowledge'
import { exposureTo } from './exposure.ts'
import { factsOf } from './facts.ts'
import { objectives } from './framework.ts'
import { withReported } from './reported.ts'
import { judges } from './seal.ts'

/**
 * What the confirmed facts say about one service: which laws can reach it, a SEAL level for each objective of the EU Cloud
 * Sovereignty Framework, the lowest of them, a weighted score, and how much of what is asked is known at all. What a
 * supplier said is told beside what is missing, and moves no level and no coverage.
 */
export function assess(service: Service, index: KnowledgeIndex, europe: Europe): Assessment {
  const facts = factsOf(service, index, europe)
  const judged = objectives.map(({ id, weight }) => ({ objective: id, weight, ...judges[id](facts) }))
  const known = judged.filter((one) => one.level !== null)
  const weightKnown = sum(known.map(({ weight }) => weight))
  return {
    exposures: index.laws.map((law) => exposureTo(law, facts)),
    seal: judged.map(({ objective, weight, level, known, because }) => ({
      objective,
      weight,
      level,
      known: round(known),
      because: level === null ? withReported(because, objective, service) : because,
    })),
    gated: known.length > 0 ? Math.min(...known.map(({ level }) => level ?? 0)) : null,
    score:
      weightKnown > 0 ? round(sum(known.map(({ weight, level }) => (weight * (level ?? 0)) / 4)) / weightKnown) : null,
    coverage: round(sum(judged.map(({ weight, known }) => weight * known))),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** Six digits: the same on every machine and in every order of adding. */
function round(number: number): number {
  return Math.round(number * 1e6) / 1e6
}
