import type { Answer, AnswerDecision } from '@nabij/base'
import { type Labelled, matchLabels } from './overlap.ts'

export interface CompareOptions {
  /** What the cloud calls a thing → what the box calls it. */
  labelMap: Readonly<Record<string, string>>
  /** From this score on a label counts. */
  limit: number
  /** What a good part is called: every other label is a defect. */
  good: string
  /** Defects, by the box's name, that may never be missed; null: all of them. */
  critical: readonly string[] | null
  /** What has to be the same: the decision about the part, or everything that was recognised in it. */
  by: 'decision' | 'labels'
}

export interface Compared {
  agrees: boolean
  decision: { cloud: AnswerDecision; box: AnswerDecision }
  /** The cloud saw a defect that may not be missed, and the box let the part pass. */
  missed: boolean
  matched: number
  onlyCloud: Labelled[]
  onlyBox: Labelled[]
}

/** What two answers mean, beside each other: not whether their JSON is alike. */
export function compareAnswers(cloud: Answer, box: Answer, options: CompareOptions): Compared {
  const translated = {
    ...cloud,
    labels: cloud.labels.map((label) => ({ ...label, name: named(label.name, options.labelMap) })),
  }
  const [ours, theirs] = [counting(translated, options), counting(box, options)]
  const decision = { cloud: decide(translated.decision, ours, options), box: decide(box.decision, theirs, options) }
  const { pairs, onlyCloud, onlyBox } = matchLabels(ours, theirs)
  const sameLabels = onlyCloud.length === 0 && onlyBox.length === 0
  return {
    agrees: decision.cloud === decision.box && (options.by === 'decision' || sameLabels),
    decision,
    missed: isMissed(decision, ours, options),
    matched: pairs.length,
    onlyCloud,
    onlyBox,
  }
}

function named(name: string, map: Readonly<Record<string, string>>): string {
  return Object.hasOwn(map, name) ? (map[name] ?? name) : name
}

function counting({ labels }: Answer, { limit }: CompareOptions): Labelled[] {
  return labels.filter(({ score }) => score >= limit)
}

/** Where the service does not say it itself: a part with a defect that counts is bad. */
function decide(
  said: AnswerDecision | null,
  labels: readonly Labelled[],
  options: Pick<CompareOptions, 'good'>,
): AnswerDecision {
  return said ?? (labels.some((label) => isDefect(label, options)) ? 'fail' : 'pass')
}

function isDefect({ name }: Labelled, { good }: Pick<CompareOptions, 'good'>): boolean {
  return name.toLowerCase() !== good.toLowerCase()
}

/** Unsure is no pass: somebody looks at it. A fail whose defects have no name may be any of them. */
function isMissed(decision: Compared['decision'], cloud: readonly Labelled[], options: CompareOptions): boolean {
  if (decision.cloud !== 'fail' || decision.box !== 'pass') return false
  const { critical } = options
  const defects = cloud.filter((label) => isDefect(label, options))
  return critical === null || defects.length === 0 || defects.some(({ name }) => critical.includes(name))
}
