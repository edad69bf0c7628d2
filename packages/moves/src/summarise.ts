import type { AnswerDecision, RouteComparison } from '@nabij/base'
import { cutOver } from './cut-over.ts'
import { kappa, latency, mcNemar, proportion } from './statistics.ts'

/** One picture that both sides answered: what the statistics need of it. */
export interface Case {
  at: number
  picture: string
  agrees: boolean
  missed: boolean
  cloud: AnswerDecision
  box: AnswerDecision
  msCloud: number
  msBox: number
  cloudVersion: string | null
  boxVersion: string | null
  word: 'good' | 'bad' | null
}

/** The same picture sent twice to the cloud. */
export interface Twin {
  agrees: boolean
  at: number
}

export type Summary = Omit<RouteComparison, 'disagreements'>

/**
 * What all comparisons of a route say together. Only those since either side last changed its model count: what an earlier
 * one did says nothing of this one. A picture counts once, by its latest answers.
 * @param cases in order of time
 */
export function summarise(cases: readonly Case[], twins: readonly Twin[]): Summary {
  const versions = versionsOf(cases)
  const since = versions.at(-1)?.from ?? null
  const recent = cases.filter(({ at }) => since !== null && at >= since)
  const counted = [...new Map(recent.map((one) => [one.picture, one])).values()]
  const own = twins.filter(({ at }) => since === null || at >= since)
  const agreement = proportion(counted.filter(({ agrees }) => agrees).length, counted.length)
  const noise = proportion(own.filter(({ agrees }) => agrees).length, own.length)
  const missed = counted.filter(isMissed).length
  const judged = judgedOf(counted)
  return {
    n: counted.length,
    earlier: cases.length - recent.length,
    repeated: recent.length - counted.length,
    since,
    agreement,
    kappa: kappa(counted.map(({ cloud, box }) => [cloud, box] as const)),
    mcnemar: mcNemar(
      counted.filter(({ cloud, box }) => isBad(cloud) && !isBad(box)).length,
      counted.filter(({ cloud, box }) => !isBad(cloud) && isBad(box)).length,
    ),
    latency: {
      cloud: latency(counted.map(({ msCloud }) => msCloud)),
      box: latency(counted.map(({ msBox }) => msBox)),
    },
    noise,
    judged,
    missed,
    versions,
    rule: cutOver({ agreement, noise, missed, waiting: counted.filter(waits).length, judged }),
  }
}

/** Unsure is no pass: somebody looks at it. */
function isBad(decision: AnswerDecision): boolean {
  return decision !== 'pass'
}

/** What the cloud called bad and the box let pass is missed until a person says that it was good. */
function isMissed({ missed, box, word }: Case): boolean {
  return word === null ? missed : word === 'bad' && !isBad(box)
}

function waits({ agrees, word }: Case): boolean {
  return !agrees && word === null
}

function judgedOf(cases: readonly Case[]): Summary['judged'] {
  const judged = cases.filter(({ word }) => word !== null)
  const right = (decision: AnswerDecision, { word }: Case) => isBad(decision) === (word === 'bad')
  const cloud = judged.map((one) => right(one.cloud, one))
  const box = judged.map((one) => right(one.box, one))
  return {
    cloud: proportion(cloud.filter(Boolean).length, judged.length),
    box: proportion(box.filter(Boolean).length, judged.length),
    mcnemar: mcNemar(
      cloud.filter((yes, at) => yes && !box[at]).length,
      box.filter((yes, at) => yes && !cloud[at]).length,
    ),
  }
}

/** The stretches in which both sides used the same model. An answer that names no version goes on with the last one. */
function versionsOf(cases: readonly Case[]): Summary['versions'] {
  const found: Summary['versions'] = []
  for (const { at, cloudVersion, boxVersion } of cases) {
    const last = found.at(-1)
    const cloud = cloudVersion ?? last?.cloud ?? null
    const box = boxVersion ?? last?.box ?? null
    // The first that names a version is no other one than those before it.
    const same = last && (last.cloud === null || last.cloud === cloud) && (last.box === null || last.box === box)
    if (last && same) Object.assign(last, { cloud, box, n: last.n + 1 })
    else found.push({ cloud, box, from: at, n: 1 })
  }
  return found
}
