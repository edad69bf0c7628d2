import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import { call } from '../support/client.ts'
import './patient.ts'
import { patience, until } from './support.ts'

interface Known {
  services: { id: string; name: string; origin: string; findings: unknown[] }[]
  summary: { coverage: number | null; services: number; costPerYear: number }
}

/** Isah is a maker of ERP, and a name that others bear too; a machine works sells no software. */
const statement = [
  '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"',
  ...Array.from({ length: 11 }, (_, month) =>
    line(`2026${String(month + 1).padStart(2, '0')}05`, 'Isah BV', '217,50', 'factuur'),
  ),
  ...Array.from({ length: 11 }, (_, month) =>
    line(`2026${String(month + 1).padStart(2, '0')}07`, 'MICROSOFT IRELAND OPERATIONS', '210,00', 'Microsoft 365'),
  ),
].join('\n')

function line(day: string, payee: string, amount: string, text: string): string {
  return `"${day}","${payee}","NL91ABNA0417164300","","IC","Af","${amount}","Incasso","${text}"`
}

describe.skipIf(noBrowser)(`doubts about the register${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let folder: { root: string; remove(): void }
  let box: RunningBox
  let browser: Browser
  let page: Page
  let errors: string[]
  let close: () => Promise<void>
  const known = (): Promise<Known> => call(box.address, '/register')
  const add = (name: string, body: string): Promise<unknown> =>
    call(box.address, `/register/evidence?name=${name}`, { method: 'POST', body })

  beforeAll(async () => {
    browser = await launchBrowser()
  })

  beforeEach(async () => {
    folder = temporaryRoot()
    box = await startBox(folder.root)
    ;({ page, errors, close } = await openPage(browser))
    page.setDefaultTimeout(patience.timeout)
  })

  afterEach(async () => {
    await close()
    await box.stop()
    folder.remove()
  })

  afterAll(() => browser?.close())

  it('are settled with one press, remembered for the next file, and open again when forgotten', async () => {
    await add('bank.csv', statement)
    await page.goto(`${box.address}/register/questions`)
    const question = page.getByRole('region', { name: 'Isah BV' })
    await question.getByText('11 keer gezien in bank.csv').waitFor()
    await question.getByRole('button', { name: 'Dit is Isah' }).click()
    await page.getByText('Onthouden: Isah BV').waitFor()
    await page.getByText('Geen vragen.', { exact: false }).waitFor()
    expect((await known()).services.map(({ name }) => name)).toContain('Isah')

    await page.reload()
    await page.getByRole('region', { name: 'Wat je eerder antwoordde' }).getByText(/isah/i).waitFor()
    await page.getByRole('button', { name: /^Vergeet dit/ }).click()
    await page.getByRole('region', { name: 'Isah BV' }).waitFor()
    expect((await known()).services.map(({ name }) => name)).not.toContain('Isah')

    // Undo of an answer is where the answer was given.
    await page.getByRole('region', { name: 'Isah BV' }).getByRole('button', { name: 'Nee, geen software' }).click()
    await page.getByText('Geen vragen.', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Ongedaan maken' }).last().click()
    await page.getByRole('region', { name: 'Isah BV' }).waitFor()
    await page.getByRole('region', { name: 'Isah BV' }).getByRole('button', { name: 'Dit is Isah' }).click()
    await page.getByText('Geen vragen.', { exact: false }).waitFor()

    // A year later, another file: nobody is asked again.
    await add('next.csv', statement.replaceAll('"2026', '"2025'))
    expect(await call(box.address, '/register/questions')).toMatchObject({ questions: [] })
    await page.reload()
    await page.getByRole('region', { name: 'Wat je eerder antwoordde' }).getByText(/isah/i).waitFor()
    expect(errors).toEqual([])
  })

  it('about a trace take it apart from its service, and put it back', async () => {
    await add('bank.csv', statement)
    const before = await known()
    await page.goto(`${box.address}/register/services/microsoft-365`)
    await page.getByRole('button', { name: /^Hoort hier niet bij: MICROSOFT IRELAND/ }).click()
    await page.getByText('Losgemaakt van Microsoft 365').waitFor()
    await until(page, `document.body.innerText.includes('staat niet in het register')`)
    expect((await known()).services.map(({ id }) => id)).not.toContain('microsoft-365')
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByRole('heading', { level: 1, name: 'Microsoft 365' }).waitFor()
    expect(await known()).toMatchObject({ services: before.services, summary: before.summary })
  })

  it('about whose it is stay: a made-up name has no origin and lowers the coverage', async () => {
    await add('bank.csv', statement)
    const { summary } = await known()
    await page.goto(`${box.address}/register/tick`)
    await page.getByLabel('Zoek, of typ').fill('Kassa van Jan')
    await page.getByRole('button', { name: /Voeg toe: „Kassa van Jan”/ }).click()
    await page.getByText('Kassa van Jan staat in het register').waitFor()
    const after = await known()
    const own = after.services.find(({ name }) => name === 'Kassa van Jan')
    expect(own?.origin).toBe('unknown')
    expect(after.summary.coverage).toBeLessThan(summary.coverage ?? 0)
    expect(after.summary.costPerYear).toBe(summary.costPerYear)

    await page.goto(`${box.address}/register/services/${own?.id}`)
    await page.getByText('leverancier onbekend').waitFor()
    await page.getByRole('button', { name: 'Gebruiken we niet' }).click()
    await page.getByText('Kassa van Jan is uit het register gehaald').waitFor()
    expect((await known()).summary).toEqual(summary)
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByRole('link', { name: 'Kassa van Jan' }).waitFor()
    expect((await known()).summary.coverage).toBe(after.summary.coverage)
    expect(errors).toEqual([])
  })

  it('about a service that nobody knows keep its name, without an owner', async () => {
    await add('bank.csv', statement)
    const { summary } = await known()
    const apps = 'id,displayName,appId,createdDateTime,homepage,applicationType,accountEnabled\n'
    await add('apps.csv', `${apps}1,Zonnewijzer Planner,a-b,2021-01-01,,Enterprise Application,True\n`)
    const between = await known()
    await page.goto(`${box.address}/register/questions`)
    const question = page.getByRole('region', { name: 'Zonnewijzer Planner' })
    await question.waitFor()
    const [first] = await question.getByRole('button').allInnerTexts()
    expect(first).toBe('Ja, dit is een dienst')
    await question.getByRole('button', { name: 'Ja, dit is een dienst' }).click()
    await page.getByText('“Zonnewijzer Planner” staat erbij', { exact: false }).waitFor()
    const after = await known()
    const own = after.services.find(({ name }) => name === 'Zonnewijzer Planner')
    expect(own).toMatchObject({ id: 'own:zonnewijzer-planner', origin: 'unknown' })
    expect(after.summary.coverage).toBeLessThan(between.summary.coverage ?? 0)
    expect(after.summary.costPerYear).toBe(summary.costPerYear)
    await page.getByRole('button', { name: 'Ongedaan maken' }).last().click()
    await page.getByRole('region', { name: 'Zonnewijzer Planner' }).waitFor()
    expect((await known()).summary.coverage).toBe(between.summary.coverage)
    expect(errors).toEqual([])
  })

  it('that were decided stand in a list, each with its way back', async () => {
    await add('bank.csv', statement)
    await page.goto(`${box.address}/register/services/microsoft-365`)
    await page.getByRole('button', { name: /^Hoort hier niet bij: MICROSOFT IRELAND/ }).click()
    await page.getByText('Losgemaakt van Microsoft 365').waitFor()
    // The page of a service that is no longer there was asked for once more.
    errors.length = 0
    await page.goto(`${box.address}/register/questions`)
    const list = page.getByRole('region', { name: 'Wat je losmaakte' })
    await list.getByText('MICROSOFT IRELAND OPERATIONS: geen Microsoft 365').waitFor()
    await list.getByText('bank.csv · 11 keer').waitFor()
    await list.getByRole('button', { name: /^Hoort er toch bij/ }).click()
    await list.waitFor({ state: 'detached' })
    expect((await known()).services.map(({ id }) => id)).toContain('microsoft-365')

    const columns = encodeURIComponent(JSON.stringify({ date: 1, name: 2, amount: 3 }))
    await add(`kas.csv&columns=${columns}`, 'Wanneer;Wie;Hoeveel\n01-03-2026;Slack;-8,75\n')
    await page.goto(`${box.address}/register/evidence`)
    const tables = page.getByRole('region', { name: 'Tabellen die je aanwees' })
    await tables.getByText('wanneer, wie, hoeveel').waitFor()
    await tables.getByRole('button', { name: /^Vraag het weer/ }).click()
    await tables.waitFor({ state: 'detached' })
    expect(errors).toEqual([])
  })
})
