import { dayText, type Evidence, type ExitProof, type Finding } from '@nabij/base'
import { standsBehind } from '../build/group.ts'
import { daysOf, isBefore, later, plusDays } from './days.ts'
import { familyOf, type Looked, silenceOf } from './silence.ts'

export interface ExitProofInput {
  /** Everything about the one service. */
  findings: readonly Finding[]
  /** All evidence there is, also what does not show it. */
  evidence: readonly Evidence[]
  /** Since when it is no longer used, as somebody says. */
  switchedOn: string
  /** Somebody said that it is gone, not only switched: then every later sign counts at once. */
  saidGone: boolean
}

/** The Data Act's two months of notice: what is still paid until then belongs to leaving. */
const tail = 62

/**
 * Whether a service that is said to be left is gone. Only what showed it can prove that: evidence of the same kind, from
 * after it was left (and after it was last seen), that is silent for longer than there was between two signs.
 */
export function exitProof({ findings, evidence, switchedOn, saidGone }: ExitProofInput): ExitProof {
  const byId = new Map(evidence.map((one) => [one.id, one]))
  const signs = signsOf(findings, byId)
  if (signs.length === 0) return notProven(null, [byHandOnly])
  const after = signs.filter(({ from }) => isBefore(switchedOn, from))
  const last = after.toSorted((a, b) => (a.to < b.to ? -1 : 1)).at(-1)
  const start = last ? later(switchedOn, last.to) : switchedOn

  const silences = [...new Set(signs.map(({ evidence }) => familyOf(evidence)))]
    .sort()
    .map((family) => silenceOf(family, signs, evidence, start))
  if (silences.every(({ proven }) => proven)) {
    const on = silences.map(({ on }) => on ?? start).reduce(later, start)
    return { state: 'gone', on, because: silences.map(({ because }) => because) }
  }
  const missing = silences.filter(({ proven }) => !proven).map(({ because }) => because)
  if (!last) return notProven(latestOf(silences), missing)
  const seen = seenAgain(last)
  const isBack = saidGone || isBefore(plusDays(switchedOn, tail), last.to)
  return isBack ? { state: 'back', on: last.to, because: [seen] } : notProven(latestOf(silences), [seen, ...missing])
}

/** What shows the service, and when. What only may be a sign counts where there is nothing better. */
function signsOf(findings: readonly Finding[], byId: ReadonlyMap<string, Evidence>): Looked[] {
  const showing = findings.filter((finding) => finding.kind !== 'manual' && !standsBehind(finding))
  const sure = showing.filter(({ confidence }) => confidence !== 'possible')
  return (sure.length > 0 ? sure : showing).flatMap((finding) => {
    const evidence = byId.get(finding.evidence)
    if (!evidence) return []
    const { from, to } = daysOf(evidence)
    const paid = finding.payment?.date
    return [{ evidence, from: paid ?? from, to: paid ?? to, paid: paid !== undefined }]
  })
}

function latestOf(silences: readonly { on: string | null }[]): string | null {
  return silences.every(({ on }) => on !== null) ? silences.map(({ on }) => on ?? '').reduce(later, '') : null
}

function notProven(on: string | null, because: ExitProof['because']): ExitProof {
  return { state: 'not-proven', on, because }
}

function seenAgain({ evidence, to, paid }: Looked): ExitProof['because'][number] {
  const { path } = evidence
  const [nl, en] = [dayText(to, 'nl'), dayText(to, 'en')]
  return paid
    ? { nl: `op ${nl} is er nog betaald (${path})`, en: `on ${en} it was still paid for (${path})` }
    : { nl: `op ${nl} staat het nog in ${path}`, en: `on ${en} it is still in ${path}` }
}

const byHandOnly = {
  nl: 'het is alleen aangevinkt: er is geen bewijs dat kan laten zien dat het weg is. Voeg een afschrift, DNS-zone of lijst met apps toe',
  en: 'it was only ticked: there is no evidence that could show that it is gone. Add a statement, a DNS zone or a list of apps',
}
