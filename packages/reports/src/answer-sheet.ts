import { Ask, type Decision, type Language, type Letter } from '@nabij/base'
import { csvText } from './csv-text.ts'
import { askText } from './letter.ts'

const texts = {
  nl: {
    answeredOn: 'Op welke dag antwoord je? (JJJJ-MM-DD)',
    question: 'vraag',
    answer: 'antwoord (weet je het niet: onbekend)',
    decision: { asked: 'Overwogen', decision: 'Besluit', reason: 'Waarom', day: 'Dag', on: 'Besloten op' },
    decisions: { buy: 'kopen', not: 'niet kopen', later: 'later' },
  },
  en: {
    answeredOn: 'On which day do you answer? (YYYY-MM-DD)',
    question: 'question',
    answer: 'answer (if you do not know: unknown)',
    decision: { asked: 'Considered', decision: 'Decision', reason: 'Why', day: 'Day', on: 'Decided on' },
    decisions: { buy: 'buy', not: 'do not buy', later: 'later' },
  },
} as const

/**
 * The sheet that goes with a letter, as CSV: the supplier fills in the last column and sends it back, and the reader
 * `supplier-answer` reads it. The first cell says what it is; the second and third columns say what is answered.
 */
export function answerSheet({
  id,
  serviceId,
  language,
  asks,
}: Pick<Letter, 'id' | 'serviceId' | 'language' | 'asks'>): string {
  const words = texts[language]
  const known = Ask.options.filter((ask) => asks.includes(ask))
  return csvText(
    [
      ['nabij-answer/1', 'service', 'ask', words.question, words.answer],
      [id, '', 'answered-on', words.answeredOn, ''],
      ...known.map((ask) => [id, serviceId, ask, askText(ask, language), '']),
    ],
    language,
  )
}

/** What was considered and decided, as CSV, in the order in which it was. */
export function decisionsCsv(decisions: readonly Decision[], language: Language): string {
  const { decision: heads, decisions: words } = texts[language]
  const rows = decisions.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  return csvText(
    [
      [heads.on, heads.asked, heads.decision, heads.reason],
      ...rows.map(({ createdAt, asked, decision, reason }) => [
        new Date(createdAt).toISOString().slice(0, 10),
        asked,
        words[decision],
        reason,
      ]),
    ],
    language,
  )
}
