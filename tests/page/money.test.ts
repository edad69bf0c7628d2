import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import './patient.ts'
import { tooWide, violations } from './rules.ts'
import { patience, settled } from './support.ts'

/** A line that makes a picture every two seconds, as docs/how-to/cost works it out by hand. */
const byHand =
  'cloud=azure-custom-vision-prediction-s0&images=302400&device=jetson-orin-nano-super&watts=25&dollar=0.92&installation=800&hours=2&perHour=60'

describe.skipIf(noBrowser)(`what leaving a cloud is worth${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const folder = temporaryRoot()
  let box: RunningBox
  let browser: Browser
  let page: Page
  let errors: string[]
  const verdict = () => page.getByTestId('verdict')
  const open = async (search = ''): Promise<void> => {
    await page.goto(`${box.address}/moves/money${search && `?${search}`}`)
    await settled(page)
  }

  beforeAll(async () => {
    box = await startBox(folder.root)
    browser = await launchBrowser()
  })

  beforeEach(async () => {
    ;({ page, errors } = await openPage(browser))
    page.setDefaultTimeout(patience.timeout)
    return () => page.context().close()
  })

  afterAll(async () => {
    await browser?.close()
    await box?.stop()
    folder.remove()
  })

  it('asks for what it needs, and answers in one line as soon as it can', async () => {
    await open()
    await page.getByText('Nog nodig: de clouddienst en het aantal beelden.').waitFor()
    await page
      .getByLabel('Wat stuur je naar welke clouddienst?')
      .selectOption({ label: 'Azure Custom Vision: voorspellingen (S0)' })
    await page.getByLabel('Hoeveel beelden per maand?').fill('302400')
    // No rate is made up.
    await page.getByText('Nog nodig: de koers van de dollar.').waitFor()
    await page.getByLabel('Wat is een dollar nu in euro?').fill('0,92')
    // Nor is labour nought: without it there is no answer, but what it may cost.
    await page.getByText(/^Nog geen antwoord: hoeveel uur onderhoud/).waitFor()
    await page.getByText(/^Het onderhoud mag per maand hoogstens €\s[\d.,]+ kosten/).waitFor()
    await page.getByRole('link', { name: 'Vul het onderhoud in' }).click()
    await page.keyboard.type('2')
    await page.getByLabel('Wat kost een uur?').fill('60')
    await page.getByText('Verdient zich meteen terug.').waitFor()
    await page.getByLabel('Welk apparaat komt hier?').selectOption({ label: 'Jetson Orin Nano Super-kit, 8 GB' })
    await page.getByLabel('Aanleg, eenmalig').fill('800')
    await page.getByText('Verdient zich terug in 3 maanden.').waitFor()
    expect(await page.getByLabel('Vermogen in watt').inputValue()).toBe('25')
    // What was filled in stands in the address: who gets it sees the same.
    const { search } = new URL(page.url())
    await page.reload()
    await page.getByText('Verdient zich terug in 3 maanden.').waitFor()
    expect(new URL(page.url()).search).toBe(search)
    expect(errors).toEqual([])
  })

  it('opens each number: formula, parts, source and day', async () => {
    await open(byHand)
    await verdict().waitFor()
    await page.getByRole('button', { name: /€\s432,58/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/€\s556,42 − €\s123,83/).waitFor()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: /€\s556,42/ }).click()
    await dialog.getByRole('heading', { name: 'Rekening per maand die wegvalt' }).waitFor()
    await dialog.getByRole('button', { name: /€\s556,42/ }).click()
    await dialog.getByText(/302\.400 × 2 ÷ 1\.000 = US\$\s604,80; × 0,92 = €\s556,42/).waitFor()
    await dialog.getByText('2 USD per 1.000 beelden').waitFor()
    await dialog.getByRole('link', { name: 'azure.microsoft.com' }).waitFor()
    await dialog.getByText(/bekeken op 23 nov 2026/).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(errors).toEqual([])
  })

  it('says when it never pays back, and what may be a reason all the same', async () => {
    await open('cloud=rekognition-labels-eu-central-1&images=21000&dollar=0.92&hours=1&perHour=60')
    await page.getByText('Verdient zich voor jou niet terug.').waitFor()
    await page.getByText('De beelden blijven in huis.').waitFor()
    await page.getByText('Onderhoud mag per maand hoogstens kosten').waitFor()
    await page.getByRole('button', { name: 'EN: switch to English' }).click()
    await page.getByText('Does not pay for you.').waitFor()
    await page.getByText('The images stay in the house.').waitFor()
    expect(await violations(page)).toEqual([])
    expect(errors).toEqual([])
  })

  it('marks what nobody looked up, and shows what the box refuses', async () => {
    await open('cloud=own&cloudPrice=3&images=50000&hours=1&perHour=50')
    await page.getByText('Verdient zich meteen terug.').waitFor()
    const saving = page.getByRole('listitem').filter({ hasText: 'Besparing per maand' })
    await saving.getByText('niet bevestigd').waitFor()
    await page.getByText(/^Niet bevestigd: Clouddienst, eigen opgave/).waitFor()
    // The book has prices of this service up to five million images.
    await open('cloud=rekognition-labels-eu-central-1&images=9000000&dollar=0.92&hours=1&perHour=60')
    await page.getByRole('alert').waitFor()
    await page.getByText('NABIJ_PRICE_LIMIT').waitFor()
    expect(await violations(page)).toEqual([])
  })

  it.each([
    ['empty', ''],
    ['an answer', byHand],
    ['by the clock', 'cloud=rekognition-custom-labels-inference&images=1000&uses=168&dollar=0.92&hours=1&perHour=60'],
    ['without upkeep', 'cloud=own&cloudPrice=3&images=50000'],
  ])('%s keeps the rules of accessibility, in light and dark, on a phone', async (_name, search) => {
    await open(search)
    if (search !== '') await verdict().waitFor()
    for (const summary of await page.locator('summary').all()) await summary.click()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
      expect(await violations(page)).toEqual([])
    }
    expect(await tooWide(page)).toEqual([])
    expect(errors).toEqual([])
  })
})
