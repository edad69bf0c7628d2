import type { Overview } from '../../api/client.ts'

export type Day = Pick<Overview, 'hours' | 'kinds' | 'feedback'>

/** The overviews of several stations as one: hours by their time, kinds by their name, most fails first. */
export function addUp(overviews: Overview[]): Day {
  const hours = Map.groupBy(
    overviews.flatMap(({ hours }) => hours),
    ({ at }) => at,
  )
  const kinds = Map.groupBy(
    overviews.flatMap(({ kinds }) => kinds),
    ({ kind }) => kind,
  )
  return {
    hours: [...hours]
      .sort(([a], [b]) => a - b)
      .map(([at, some]) => ({
        at,
        pass: sum(some, 'pass'),
        fail: sum(some, 'fail'),
        unsure: sum(some, 'unsure'),
        dropped: sum(some, 'dropped'),
      })),
    kinds: [...kinds].map(([kind, some]) => ({ kind, fails: sum(some, 'fails') })).sort((a, b) => b.fails - a.fails),
    feedback: {
      right: sum(
        overviews.map(({ feedback }) => feedback),
        'right',
      ),
      falseAlarms: sum(
        overviews.map(({ feedback }) => feedback),
        'falseAlarms',
      ),
      misses: sum(
        overviews.map(({ feedback }) => feedback),
        'misses',
      ),
      unjudged: sum(
        overviews.map(({ feedback }) => feedback),
        'unjudged',
      ),
    },
  }
}

function sum<Name extends string>(values: Record<Name, number>[], name: Name): number {
  return values.reduce((total, value) => total + value[name], 0)
}
