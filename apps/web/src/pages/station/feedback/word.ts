import type { Verdict, VerdictWord } from '@nabij/base'

export type Label = 'good' | 'bad'

/** The two answers that a person can give to a verdict: the first by space, the second by x. */
export interface Answers {
  /** agree: "right / wrong" says it; name: the box does not know, so a person says which of the two it is. */
  kind: 'agree' | 'name'
  first: Label
  second: Label
}

/** What "right" and "wrong" mean under this verdict. A box that is unsure cannot be right: it is told good or bad. */
export function answersTo(verdict: VerdictWord): Answers {
  if (verdict === 'unsure') return { kind: 'name', first: 'good', second: 'bad' }
  const said = verdict === 'pass' ? 'good' : 'bad'
  return { kind: 'agree', first: said, second: said === 'good' ? 'bad' : 'good' }
}

/** Whether a person's word says that the box was wrong. */
export function contradicts({ verdict, feedback }: Pick<Verdict, 'verdict' | 'feedback'>): boolean {
  return feedback !== null && verdict !== 'unsure' && (verdict === 'pass') !== (feedback.label === 'good')
}

/** The kinds of defects that people have named here, most used first, at most eight: more is no choice any more. */
export function knownKinds(named: (string | null)[]): string[] {
  const counts = new Map<string, number>()
  for (const kind of named) if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .sort(([a, often], [b, seldom]) => seldom - often || a.localeCompare(b))
    .slice(0, 8)
    .map(([kind]) => kind)
}
