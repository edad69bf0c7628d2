import type { ExitProof, Move, MoveState, MoveStep } from '@nabij/base'

type Text = Move['next']

/** What a step from one state to the next rests on, as it is known at that moment. */
export interface StepFacts {
  /** Of the move's route; null without one. */
  route: { mode: string; n: number; agreement: number | null; ruleMet: boolean } | null
  proof: ExitProof | null
  cost: Move['cost']
}

const order: readonly MoveState[] = ['considered', 'planned', 'shadowing', 'switched', 'gone']

/** How far along a state is, 0 to 4. */
export function stageOf(state: MoveState): number {
  return order.indexOf(state)
}

/** What can be said for a step at the moment that it is made. It is written down with it: later facts do not change it. */
export function evidenceFor(state: MoveState, { route, proof, cost }: StepFacts): Text[] {
  const found: Text[] = []
  if (cost.before !== null && stageOf(state) <= stageOf('planned')) found.push(costText(cost.before, cost.from))
  if (route && stageOf(state) >= stageOf('shadowing')) found.push(comparedText(route))
  if (state === 'gone' || state === 'switched') found.push(...(proof?.because ?? []))
  return found
}

/** What comes next, in one sentence. */
export function nextFor(state: MoveState, { route, proof }: Omit<StepFacts, 'cost'>): Text {
  if (state === 'considered')
    return { nl: 'Besluit of je dit doet, en wie ervoor zorgt.', en: 'Decide whether you do this, and who sees to it.' }
  if (state === 'planned')
    return route
      ? {
          nl: 'Zet de aansluiting op “eerst de cloud” en laat de box meekijken.',
          en: 'Set the connection to “cloud first” and let the box look along.',
        }
      : { nl: 'Probeer het alternatief naast wat je nu gebruikt.', en: 'Try the alternative beside what you use now.' }
  if (state === 'shadowing') return shadowing(route)
  if (state === 'switched') return switched(route, proof)
  return {
    nl: 'Niets: nabij let op en zegt het als het terugkomt.',
    en: 'Nothing: nabij watches, and tells you when it comes back.',
  }
}

function shadowing(route: StepFacts['route']): Text {
  if (!route) return { nl: 'Stap over als het alternatief bevalt.', en: 'Switch when the alternative suits you.' }
  return route.ruleMet
    ? {
        nl: 'De box mag het overnemen: zet de aansluiting op “alleen de box”.',
        en: 'The box may take over: set the connection to “box only”.',
      }
    : {
        nl: `Wacht op meer vergelijkingen (nu ${route.n}) en bekijk de verschillen.`,
        en: `Wait for more comparisons (${route.n} now) and look at the differences.`,
      }
}

function switched(route: StepFacts['route'], proof: ExitProof | null): Text {
  if (route && route.mode !== 'box')
    return {
      nl: 'Er gaat nog verkeer naar de cloud: zet de aansluiting op “alleen de box”.',
      en: 'Traffic still goes to the cloud: set the connection to “box only”.',
    }
  const [why] = proof?.because ?? []
  if (why) return { nl: `Zeg op en wacht op bewijs: ${why.nl}.`, en: `Give notice and wait for proof: ${why.en}.` }
  return { nl: 'Zeg het abonnement op.', en: 'Give notice.' }
}

function comparedText({ n, agreement, ruleMet }: NonNullable<StepFacts['route']>): Text {
  const share = agreement === null ? null : Math.floor(agreement * 1000) / 10
  const [nl, en] = ruleMet
    ? ['de regel is gehaald', 'the rule is met']
    : ['de regel is niet gehaald', 'the rule is not met']
  return share === null
    ? { nl: 'nog niets vergeleken', en: 'nothing compared yet' }
    : {
        nl: `${n} foto’s vergeleken, ${String(share).replace('.', ',')}% gelijk; ${nl}`,
        en: `${n} pictures compared, ${share}% the same; ${en}`,
      }
}

function costText(cents: number, from: Move['cost']['from']): Text {
  const euros = (cents / 100).toFixed(2)
  return from === 'meter'
    ? { nl: `kost volgens de meter € ${euros.replace('.', ',')} per jaar`, en: `costs € ${euros} a year by the meter` }
    : {
        nl: `kost volgens het register € ${euros.replace('.', ',')} per jaar`,
        en: `costs € ${euros} a year by the register`,
      }
}

/** What the register itself saw of a service, as its log has it. */
export interface Seen {
  at: number
  kind: 'gone' | 'reopened'
  /** The evidence by which it was seen. */
  because: string | null
}

/**
 * All steps of a move: those that people made, and between them those that evidence made. That a service vanished counts only
 * once it was left: before that it is evidence that was taken away.
 */
export function stepsOf(made: readonly MoveStep[], seen: readonly Seen[]): MoveStep[] {
  const all: { at: number; made?: MoveStep; seen?: Seen }[] = [
    ...made.map((step) => ({ at: step.at, made: step })),
    ...seen.map((one) => ({ at: one.at, seen: one })),
  ]
  const steps: MoveStep[] = []
  for (const one of all.sort((a, b) => a.at - b.at)) {
    if (one.made) steps.push(one.made)
    const last = steps.at(-1)
    if (!one.seen || !last || stageOf(last.state) < stageOf('switched')) continue
    const { at, kind, because } = one.seen
    const evidence = because === null ? [] : [seenText(kind, because)]
    if (kind === 'reopened') steps.push({ at, state: 'planned', seen: true, by: null, note: null, evidence })
    else if (!last.seen || last.state !== 'gone')
      steps.push({ at, state: 'gone', seen: true, by: null, note: null, evidence })
  }
  return steps
}

function seenText(kind: Seen['kind'], because: string): Text {
  return kind === 'gone'
    ? { nl: `nergens meer te zien, ook niet in ${because}`, en: `seen nowhere any more, not in ${because} either` }
    : { nl: `weer te zien in ${because}`, en: `seen again in ${because}` }
}
