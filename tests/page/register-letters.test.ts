import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import './patient.ts'
import { patience } from './support.ts'

/** Debits at Mollie on these days, and another one on the last day that the statement covers. */
function statement(paid: string[], until: string): Buffer {
  const line = (day: string, name: string) =>
    `"${day.replaceAll('-', '')}","${name}","NL91ABNA0417164300","","IC","Af","15,00","Incasso","abonnement"`
  const lines = [...paid.map((day) => line(day, 'SLACK TECHNOLOGIES LIMITED')), line(until, 'MOLLIE B.V.')]
  return Buffer.from(
    `"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"\n${lines.join('\n')}`,
  )
}

describe.skipIf(noBrowser)(`letters and exit plans${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let folder: { root: string; remove(): void }
  let box: RunningBox
  let browser: Browser
  let page: Page
  let errors: string[]
  let close: () => Promise<void>

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

  const send = async (path: string, body: object | Buffer): Promise<void> => {
    const isFile = Buffer.isBuffer(body)
    const type = isFile ? 'application/octet-stream' : 'application/json'
    const sent = isFile ? new Uint8Array(body) : JSON.stringify(body)
    const answer = await fetch(`${box.address}/api/v1${path}`, {
      method: 'POST',
      body: sent,
      headers: { 'content-type': type },
    })
    expect(`${answer.status} ${answer.ok ? '' : await answer.text()}`).toBe('200 ')
  }

  it('writes a letter, sends it, keeps the answer with its day, and shows it beside the fact', async () => {
    await send('/register/services', { productId: 'slack' })
    await page.goto(`${box.address}/register/letters?service=slack`)
    await page.getByRole('button', { name: 'Schrijf de brief' }).click()
    const letter = page.getByRole('region', { name: /^Slack: Vragen over Slack/ })
    await letter.getByLabel('Brief', { exact: true }).fill('Beste leverancier, eigen woorden.')
    await letter.getByRole('button', { name: 'Ik heb hem verstuurd' }).click()
    await letter.getByText('verstuurd', { exact: true }).waitFor()
    await letter.getByText(/antwoord gevraagd voor/).waitFor()
    // Undone and done again: sending is a click that may be wrong.
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await letter.getByText('concept', { exact: true }).waitFor()
    await letter.getByRole('button', { name: 'Ik heb hem verstuurd' }).click()
    await letter.getByText('verstuurd', { exact: true }).waitFor()

    const pdf = await fetch(
      `${box.address}${await letter.getByRole('link', { name: 'Brief als PDF' }).getAttribute('href')}`,
    )
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const sheet = await fetch(
      `${box.address}${await letter.getByRole('link', { name: 'Antwoordblad (CSV)' }).getAttribute('href')}`,
    )
    expect(await sheet.text()).toContain('nabij-answer/1;service;ask')

    await letter.getByRole('button', { name: 'Er is antwoord' }).click()
    await letter.getByLabel('Op welke dag').fill('2026-11-20')
    await letter.getByLabel('Waar de gegevens staan').fill('Frankfurt, en back-ups in Dublin')
    await letter.getByRole('button', { name: 'Bewaar het antwoord' }).click()
    await letter.getByText('beantwoord', { exact: true }).waitFor()
    await letter.getByText('beantwoord op 20 nov 2026').waitFor()
    await page.goto(`${box.address}/register/services/slack`)
    const said = page.getByRole('region', { name: 'Wat de leverancier zegt' })
    await said.getByText('Frankfurt, en back-ups in Dublin').waitFor()
    await said.getByText('zegt de leverancier').waitFor()
    await said.getByRole('link', { name: '20 nov 2026' }).click()
    await page.getByText('antwoord van een leverancier').first().waitFor()
    expect(errors).toEqual([])
  })

  it('says why a service is not proven gone, then that it is, and opens the plan when it is paid again', async () => {
    const months = Array.from({ length: 9 }, (_, month) => `2025-0${month + 1}-05`)
    await send('/register/evidence?name=oud.csv', statement(months, '2025-09-30'))
    await page.goto(`${box.address}/register/services/slack/exit`)
    await page.getByRole('combobox', { name: 'Hoe ver ben je' }).selectOption({ label: 'weg' })
    await page.getByLabel('Overgestapt op').fill('2025-09-15')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    const proof = page.getByRole('region', { name: /^Nog niet bewezen dat het weg is/ })
    await proof.getByText(/het bankafschrift loopt aaneengesloten tot 30 sep 2025/).waitFor()
    expect(await page.getByRole('combobox', { name: 'Hoe ver ben je' }).inputValue()).toBe('switched')

    const silent = `${statement([], '2025-10-01').toString()}\n${statement([], '2025-11-30').toString().split('\n')[1]}`
    await send('/register/evidence?name=later.csv', Buffer.from(silent))
    await page.reload()
    await page
      .getByRole('region', { name: /^Bewezen weg/ })
      .getByText(/laat het niet meer zien/)
      .waitFor()
    await page.goto(`${box.address}/register/path`)
    await page.getByRole('region', { name: 'Weg, bewezen' }).getByRole('link', { name: 'Slack' }).waitFor()

    await send('/register/evidence?name=terug.csv', statement(['2026-01-05'], '2026-01-09'))
    await page.goto(`${box.address}/register/services/slack/exit`)
    await page
      .getByRole('alert')
      .getByText('Dit plan is sinds 5 jan 2026 weer open: op 5 jan 2026 is er nog betaald (terug.csv).')
      .waitFor()
    await page.goto(`${box.address}/register`)
    await page.getByText('Slack is terug').first().waitFor()
    expect(errors).toEqual([])
  })
})
