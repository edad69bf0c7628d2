import { dayText, type ExitPlan, type ExitProof, type ExitState, type Language } from '@nabij/base'
import { safe, typstPage } from './typst-page.ts'
import { wordsFor } from './words.ts'

export interface ExitPaper {
  plan: ExitPlan & ExitState & { proof: ExitProof | null }
  language: Language
  company: string | null
  /** YYYY-MM-DD */
  today: string
  sample?: boolean
}

/** The exit plan on paper: how far it is, four ways beside each other, clocks with their rule, steps to tick off. */
export function exitPlanTypst({ plan, language, company, today, sample = false }: ExitPaper): string {
  const text = texts[language]
  const { unknown } = wordsFor(language)
  const day = (value: string | null) => (value === null ? unknown : dayText(value, language))
  const title = text.title(plan.serviceName)
  const facts: [string, string][] = [
    [text.state, plan.state ? text.states[plan.state] : text.notBegun],
    [text.owner, plan.owner ?? unknown],
    [text.by, day(plan.by)],
    [text.fallBack, plan.fallBack ?? unknown],
  ]
  if (plan.switchedOn) facts.splice(1, 0, [text.switchedOn, day(plan.switchedOn)])
  const proof = plan.proof?.because.map((each) => each[language]) ?? []
  return [
    typstPage({
      language,
      title,
      left: sample ? text.sample : (company ?? ''),
      right: dayText(today, language),
      isSample: sample,
    }),
    `= ${safe(title)}`,
    rows(facts),
    proof.length > 0 ? safe(`${text.proof[plan.proof?.state ?? 'not-proven']}: ${proof.join('; ')}.`) : '',
    `== ${safe(text.options)}`,
    ...plan.options.map((option) => optionPart(option, plan.option === option.kind, text)),
    `== ${safe(text.clocks)}`,
    table(
      [text.what, text.day, text.source],
      plan.clocks.map((clock) => [clock.text, day(clock.day), clock.source]),
    ),
    `== ${safe(text.steps)}`,
    plan.steps
      .map((step) => `#box(stroke: 0.7pt + luma(60), width: 8pt, height: 8pt) #h(4pt) ${safe(step.text)}`)
      .join('\n\n'),
    plan.missing.length > 0
      ? `== ${safe(text.missing)}\n${plan.missing.map((one) => `- ${safe(one)}`).join('\n')}`
      : '',
  ].join('\n\n')
}

function optionPart(option: ExitPlan['options'][number], isChosen: boolean, text: Words): string {
  const chosen = isChosen ? ` #text(9pt)[(${safe(text.chosen)})]` : ''
  const heading = `#block(above: 1.1em, below: 0.5em, sticky: true)[*${safe(option.title)}*${chosen}]`
  const worse = `#text(9.5pt)[${safe(`${text.worse}: ${option.whatGetsWorse}`)}]`
  if (option.candidates.length === 0) return `${heading}\n${worse}`
  const lines = option.candidates.map(({ name, country, price, effort, weakerIn, ownDependencies }) => [
    `${name} (${country})`,
    price,
    effort,
    weakerIn,
    ownDependencies,
  ])
  return `${heading}\n${worse}\n${table([text.candidate, text.price, text.effort, text.weaker, text.depends], lines)}`
}

function rows(facts: readonly (readonly [string, string])[]): string {
  const cells = facts.map(([name, value]) => `[#text(fill: luma(70))[${safe(name)}]], [${safe(value)}]`)
  return `#grid(columns: (auto, 1fr), column-gutter: 12pt, row-gutter: 7pt,\n  ${cells.join(',\n  ')})`
}

function table(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const columns = heads.length === 3 ? '(2.4fr, auto, 1.2fr)' : '(1.2fr, 1fr, auto, 1.5fr, 1.5fr)'
  const cells = lines.map((line) => line.map((cell) => `[${safe(cell)}]`).join(', '))
  return `#[#set text(8.5pt)
#table(columns: ${columns}, align: left, stroke: (x, y) => (bottom: 0.3pt + luma(170)), inset: (x: 3pt, y: 4pt),
  table.header(${heads.map((head) => `[*${safe(head)}*]`).join(', ')}),
  ${cells.join(',\n  ')})]`
}

const nl = {
  title: (name: string) => `Vertrekplan: ${name}`,
  sample: 'VOORBEELD: verzonnen bedrijf',
  state: 'Stand',
  states: {
    considered: 'overwogen',
    planned: 'gepland',
    shadowing: 'op proef ernaast',
    switched: 'overgestapt',
    gone: 'weg, bewezen',
  },
  notBegun: 'nog niet begonnen',
  switchedOn: 'Overgestapt op',
  owner: 'Wie doet het',
  by: 'Klaar op',
  fallBack: 'Als het misgaat',
  proof: { gone: 'Bewezen weg', 'not-proven': 'Nog niet bewezen dat het weg is', back: 'Het is er weer' },
  options: 'Vier wegen',
  chosen: 'gekozen',
  worse: 'Wat slechter wordt',
  candidate: 'Kandidaat',
  price: 'Prijs',
  effort: 'Overstap',
  weaker: 'Minder in',
  depends: 'Hangt zelf af van',
  clocks: 'De klokken',
  what: 'Wat',
  day: 'Dag',
  source: 'Volgens',
  steps: 'Stappen',
  missing: 'Wat nog ontbreekt',
}
type Words = typeof nl
const en: Words = {
  title: (name) => `Exit plan: ${name}`,
  sample: 'SAMPLE: made-up company',
  state: 'State',
  states: {
    considered: 'considered',
    planned: 'planned',
    shadowing: 'on trial beside it',
    switched: 'switched',
    gone: 'gone, proven',
  },
  notBegun: 'not begun',
  switchedOn: 'Switched on',
  owner: 'Who does it',
  by: 'Done by',
  fallBack: 'If it goes wrong',
  proof: { gone: 'Proven gone', 'not-proven': 'Not yet proven gone', back: 'It is back' },
  options: 'Four ways',
  chosen: 'chosen',
  worse: 'What gets worse',
  candidate: 'Candidate',
  price: 'Price',
  effort: 'Effort',
  weaker: 'Weaker in',
  depends: 'Depends itself on',
  clocks: 'The clocks',
  what: 'What',
  day: 'Day',
  source: 'By',
  steps: 'Steps',
  missing: 'What is still missing',
}
const texts: Record<Language, Words> = { nl, en }
