import { type Evidence, type NextAction, type Service, yearlyCost } from '@nabij/base'
import type { KnowledgeIndex } from '@nabij/knowledge'
import { daysBetween } from './days.ts'

interface State {
  services: readonly Service[]
  questions?: readonly unknown[]
}

/** What was agreed and has its day: letters without an answer in time, and when the register is gone over again. */
export interface Reminders {
  lateLetters?: readonly { serviceId: string; answerBy: string | null }[]
  reviewOn?: string | null
}

type Evidently = Pick<Evidence, 'reader' | 'to'>

/**
 * Three things to do next, the most worthwhile first: what has a date, then what makes the picture whole, then what can be
 * left.
 * @param today YYYY-MM-DD
 */
export function nextActions(
  { services, questions = [] }: State,
  evidence: readonly Evidently[],
  today: string,
  index?: Pick<KnowledgeIndex, 'events'>,
  { lateLetters = [], reviewOn = null }: Reminders = {},
): NextAction[] {
  if (services.length === 0) return [action('tick-services'), action('add-bank-statement'), action('add-dns')]
  const has = (prefix: string) => evidence.some(({ reader }) => reader.startsWith(prefix))
  const crucial = services.filter(({ notes }) => notes.crucial === true)
  const crucialOutside = dearestFirst(crucial.filter(({ origin }) => origin === 'outside'))
  const unowned = dearestFirst([...crucial, ...services].filter(({ origin }) => origin === 'unknown'))
  const costless = services.filter((service) => yearlyCost(service) === null && service.kind !== 'library')
  const unsaid = services.filter(({ notes }) => notes.crucial === null)
  const [worst] = crucialOutside
  const [nobody] = unowned
  const stale = evidence.filter(({ to }) => to !== null && daysBetween(to, today) > 365)

  const isDue = reviewOn !== null && daysBetween(today, reviewOn) <= 14
  const worth: (NextAction | null)[] = [
    isDue ? action('review-due', { day: reviewOn }) : null,
    ...ending(services, today, index),
    ...notices(services, today),
    ...lateLetters.map(({ serviceId, answerBy }) => action('remind-supplier', { serviceId, day: answerBy })),
    crucial.length === 0 && unsaid.length > 0 ? action('say-what-is-crucial', { count: unsaid.length }) : null,
    questions.length > 0 ? action('answer-questions', { count: questions.length }) : null,
    worst ? action('plan-exit', { serviceId: worst.id }) : null,
    has('bank') || has('books') || has('xaf') ? null : action('add-bank-statement'),
    nobody ? action('name-the-owner', { serviceId: nobody.id, count: unowned.length }) : null,
    worst && worst.confidence === 'confirmed' ? action('ask-supplier', { serviceId: worst.id }) : null,
    has('dns') || has('mail') ? null : action('add-dns'),
    costless.length > 0 ? action('add-costs', { count: costless.length }) : null,
    stale.length > 0 ? action('renew-evidence', { count: stale.length }) : null,
    reviewOn === null ? action('review') : null,
    action('add-dns'),
    action('add-bank-statement'),
  ]
  const seen = new Set<string>()
  const chosen: NextAction[] = []
  for (const one of worth) {
    if (!one || seen.has(`${one.id} ${one.serviceId}`) || chosen.length === 3) continue
    seen.add(`${one.id} ${one.serviceId}`)
    chosen.push(one)
  }
  return chosen
}

/** Services, surely in use, of which their vendor ends something within a year, as confirmed. */
function ending(services: readonly Service[], today: string, index?: Pick<KnowledgeIndex, 'events'>): NextAction[] {
  if (!index) return []
  const ends = services
    .filter(({ confidence }) => confidence === 'confirmed')
    .flatMap(({ id }) =>
      index
        .events(id)
        .filter(({ kind, status, date }) => kind === 'retirement' && status === 'confirmed' && isNear(date, today, 365))
        .map(({ date }) => action('service-ends', { serviceId: id, day: date })),
    )
  return ends.sort(byDay)
}

/** Contracts whose last day to give notice is within ninety days. */
function notices(services: readonly Service[], today: string): NextAction[] {
  const last = services.flatMap(({ id, notes }) => {
    if (notes.contractEnd === null) return []
    const time = Date.parse(notes.contractEnd) - (notes.noticeDays ?? 0) * 86_400_000
    const day = new Date(time).toISOString().slice(0, 10)
    return isNear(day, today, 90) ? [action('give-notice', { serviceId: id, day })] : []
  })
  return last.sort(byDay)
}

function isNear(day: string | null, today: string, within: number): boolean {
  return day !== null && daysBetween(today, day) >= 0 && daysBetween(today, day) <= within
}

function byDay(a: NextAction, b: NextAction): number {
  return (a.day ?? '') < (b.day ?? '') ? -1 : 1
}

function dearestFirst(services: readonly Service[]): Service[] {
  return [...new Set(services)].sort(
    (a, b) =>
      Number(b.notes.crucial === true) - Number(a.notes.crucial === true) ||
      (yearlyCost(b) ?? 0) - (yearlyCost(a) ?? 0) ||
      (a.id < b.id ? -1 : 1),
  )
}

function action(id: NextAction['id'], more: Partial<NextAction> = {}): NextAction {
  return { id, serviceId: null, count: null, day: null, ...more }
}
