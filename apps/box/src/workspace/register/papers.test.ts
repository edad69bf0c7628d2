import type { ExitProof, ExitState } from '@nabij/base'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parsed } from './json.ts'
import { type OpenDesk, openDesk } from './testing/open-desk.ts'

let open: OpenDesk
beforeEach(async () => {
  open = await openDesk()
})
afterEach(() => open.close())

const day = 86_400_000

/** A statement of ING with one debit at Moneybird on each of these days, and another payment on the last day it covers. */
function statement(paid: string[], until: string): string {
  const line = (date: string, name: string) =>
    `"${date.replaceAll('-', '')}","${name}","NL91ABNA0417164300","","IC","Af","15,00","Incasso","abonnement"`
  return [
    '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"',
    ...paid.map((date) => line(date, 'MONEYBIRD B.V.')),
    line(until, 'MOLLIE B.V.'),
  ].join('\n')
}

async function exit(): Promise<ExitState & { proof: ExitProof | null }> {
  return (await open.desk.exitPlan('moneybird', 'nl')) as ExitState & { proof: ExitProof | null }
}

describe('the answer of a supplier', () => {
  it('comes back on the sheet of the letter, is evidence with a day, and answers the letter while it is there', async () => {
    await open.desk.tick({ productId: 'slack' })
    const letter = await open.desk.addLetter('slack', 'nl')
    await open.desk.changeLetter(letter.id, { state: 'sent' })
    const sheet = new TextDecoder('utf-8', { ignoreBOM: true }).decode((await open.desk.answerSheet(letter.id)).bytes)
    const filled = sheet
      .replace(/(answered-on;[^;]*;)/, '$11-12-2026')
      .replace(/(;location;"?[^;]*"?;)/, '$1"Frankfurt; Dublin"')
    const { evidence } = await open.add('antwoord.csv', filled)
    expect(evidence).toMatchObject([{ reader: 'supplier-answer', from: '2026-12-01', to: '2026-12-01', records: 1 }])
    const answered = { state: 'answered', answeredAt: Date.parse('2026-12-01'), evidence: evidence[0]?.id }
    expect(await open.desk.letters()).toMatchObject([answered])
    const service = await open.service('slack')
    const said = service?.findings.find(({ claim }) => claim)
    expect(said?.claim).toMatchObject({ ask: 'location', value: 'Frankfurt; Dublin', saidOn: '2026-12-01' })
    expect([service?.dataLocations, service?.confidence]).toEqual([[], 'confirmed'])
    await open.again()
    expect(await open.desk.letters()).toMatchObject([answered])
    await open.desk.removeEvidence(evidence[0]?.id ?? '')
    expect(await open.desk.letters()).toMatchObject([{ state: 'sent', answeredAt: null, evidence: null }])
  })

  it('is typed over on the page and read by the same reader; another letter does not ask it again', async () => {
    await open.desk.tick({ productId: 'slack' })
    const { id, asks } = await open.desk.addLetter('slack', 'nl')
    expect(asks).toContain('keys')
    await open.desk.answerLetter(id, { answeredOn: '2026-11-24', answers: { keys: 'Alleen wij', price: '' } })
    const [letter] = await open.desk.letters()
    expect(letter).toMatchObject({ state: 'answered', answeredAt: Date.parse('2026-11-24') })
    expect((await open.desk.evidence()).map(({ path }) => path)).toContain('slack-2026-11-24.json')
    expect((await open.desk.addLetter('slack', 'nl')).asks).not.toContain('keys')
    await open.desk.untick('slack')
    expect(await open.service('slack')).toBeUndefined()
  })

  it('that is late is among what to do, and in the calendar', async () => {
    await open.desk.tick({ productId: 'slack' })
    const { id } = await open.desk.addLetter('slack', 'nl')
    await open.desk.changeLetter(id, { state: 'sent' })
    const calendar = async () => new TextDecoder().decode((await open.desk.paper('ics', 'nl')).bytes)
    expect(await calendar()).toContain(`UID:letter-${id}`)
    const actions = async () =>
      parsed<{ actions: { id: string }[] }>(await open.desk.overview()).actions.map((one) => one.id)
    expect(await actions()).not.toContain('remind-supplier')
    open.time.now += 29 * day
    expect(await actions()).toContain('remind-supplier')
    await open.desk.answerLetter(id, { answeredOn: null, answers: { keys: 'Wij' } })
    expect(await actions()).not.toContain('remind-supplier')
    expect(await calendar()).not.toContain('UID:letter-')
  })
})

describe('a service that was left', () => {
  it('is gone only when later evidence is silent, is out of the figures, and opens again when it is seen', async () => {
    const months = Array.from({ length: 9 }, (_, month) => `2026-0${month + 1}-05`)
    await open.add('oud.csv', statement(months, '2026-09-30'))
    await open.desk.say('moneybird', { crucial: true })
    open.time.now = Date.parse('2026-10-02T12:00:00Z')
    await open.desk.changeExit('moneybird', { state: 'gone', switchedOn: '2026-09-15' }, 'nl')
    expect(await exit()).toMatchObject({ state: 'switched', proof: { state: 'not-proven', on: '2026-10-16' } })
    expect((await exit()).proof?.because[0]?.nl).toContain('het bankafschrift loopt aaneengesloten tot 30 sep 2026')
    // What is said of the plan afterwards does not move the day on which it was left.
    await open.desk.changeExit('moneybird', { owner: 'Anna' }, 'nl')
    expect((await exit()).switchedOn).toBe('2026-09-15')

    open.time.now = Date.parse('2026-12-01T12:00:00Z')
    await open.add('nieuw.csv', statement([], '2026-10-31').replace('MOLLIE', 'MOLLIE PAYMENTS'))
    expect((await exit()).state).toBe('switched')
    await open.add(
      'nieuwer.csv',
      ['2026-10-01', '2026-10-31'].reduce(
        (text, date) => `${text}\n${statement([], date).split('\n')[1]}`,
        statement([], '2026-11-28'),
      ),
    )
    expect(await exit()).toMatchObject({ state: 'gone', proof: { state: 'gone' } })
    expect(await open.service('moneybird')).toBeUndefined()
    const seen = parsed<{ gone: object[]; summary: { crucial: number } }>(await open.desk.overview())
    expect(seen).toMatchObject({ gone: [{ id: 'moneybird', on: '2026-10-16' }], summary: { crucial: 0 } })
    expect((await open.desk.changes(1))[0]).toMatchObject({ kind: 'gone', because: 'nieuwer.csv' })

    open.time.now = Date.parse('2027-01-10T12:00:00Z')
    await open.add('terug.csv', statement(['2027-01-05'], '2027-01-09'))
    const again = await exit()
    expect(again).toMatchObject({ state: 'planned', switchedOn: null, owner: 'Anna' })
    expect(again.reopened).toMatchObject({
      on: '2027-01-05',
      because: { nl: 'op 5 jan 2027 is er nog betaald (terug.csv)' },
    })
    expect(await open.service('moneybird')).toBeDefined()
    const log = await open.desk.changes(3)
    expect(log.filter(({ kind }) => kind === 'reopened')).toMatchObject([{ because: 'terug.csv', after: '2027-01-05' }])
    await open.again()
    expect((await exit()).reopened).not.toBeNull()
    expect((await open.desk.changes(9)).filter(({ kind }) => kind === 'reopened')).toHaveLength(1)
    await open.desk.changeExit('moneybird', { state: 'switched' }, 'nl')
    expect(await exit()).toMatchObject({ state: 'switched', switchedOn: '2027-01-10', reopened: null })
  })
})

it('makes PDFs of a letter and of a plan, and a list of decisions', async () => {
  await open.desk.tick({ productId: 'slack' })
  const { id } = await open.desk.addLetter('slack', 'nl')
  await open.desk.decide({ asked: '=Zoom', decision: 'not', reason: 'duur' })
  const letter = await open.desk.letterPdf(id)
  expect([letter.name, new TextDecoder('latin1').decode(letter.bytes).slice(0, 5)]).toEqual([
    'brief-slack.pdf',
    '%PDF-',
  ])
  const plan = await open.desk.exitPlanPdf('slack', 'en')
  expect([plan.name, new TextDecoder('latin1').decode(plan.bytes).slice(0, 5)]).toEqual([
    'exit-plan-slack.pdf',
    '%PDF-',
  ])
  expect(new TextDecoder().decode((await open.desk.decisionsCsv('nl')).bytes)).toContain(
    "2026-11-25;'=Zoom;niet kopen;duur",
  )
})
