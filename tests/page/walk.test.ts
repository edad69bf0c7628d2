import type { Station } from '@nabij/base'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage, phone } from '../support/browser.ts'
import { call } from '../support/client.ts'
import './patient.ts'
import { asFiles, badBiscuit, patience, until } from './support.ts'

describe.skipIf(noBrowser)(`the page, walked through${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const folder = temporaryRoot()
  let box: RunningBox
  let browser: Browser
  let page: Page
  let errors: string[]
  let close: () => Promise<void>

  beforeAll(async () => {
    box = await startBox(folder.root)
    browser = await launchBrowser()
  })

  beforeEach(async () => {
    ;({ page, errors, close } = await openPage(browser))
    page.setDefaultTimeout(patience.timeout)
  })

  afterEach(() => close())

  afterAll(async () => {
    await browser?.close()
    await box?.stop()
    folder.remove()
  })

  it('opens on the three questions, with the sample line live in the second door', async () => {
    await page.goto(box.address)
    await page.getByRole('heading', { level: 1, name: 'Wat wil je als eerste weten?' }).waitFor()
    expect(await page.getByRole('article').count()).toBe(3)
    // The belt is seen before anything is judged: nobody looks at an empty frame while the line learns.
    const belt = page.getByTestId('line-sight').getByRole('img')
    await belt.waitFor(patience)
    await until(page, `document.querySelector('[data-testid="line-sight"] img')?.naturalWidth !== 0`)
    const line = page.getByTestId('live-line')
    await line.waitFor(patience)
    await line.getByRole('img').waitFor()
    expect(await line.innerText()).toMatch(/Goed|Fout|Twijfel/)
    await until(page, `document.querySelector('[data-testid="live-line"] img').naturalWidth > 100`)
    // A camera that has seen nothing yet has no picture: the browser counts that answer among the errors.
    expect(errors.filter((error) => !error.includes('404'))).toEqual([])
  })

  it('goes from a name to the first verdict with its heat map', async () => {
    await page.goto(box.address)
    await page.getByRole('link', { name: 'Laat een camera keuren' }).click()
    await page.getByLabel('Hoe heet de plek of het product?').fill('Biscuits van de test')
    await page.getByRole('button', { name: 'Maak dit station' }).click()

    const field = page.locator('input[type=file][multiple]')
    await field.setInputFiles(asFiles(await biscuitPhotos(20)))
    await page.getByText('20 goede foto’s').waitFor(patience)
    await field.setInputFiles({ name: 'brief.pdf', mimeType: 'image/png', buffer: Buffer.from('%PDF-1.4 no picture') })
    const refused = page.getByRole('alert')
    await refused.getByText('1 bestand is niet gebruikt').waitFor()
    expect(await refused.getByRole('link').getAttribute('href')).toMatch(/^\/errors\/NABIJ_PICTURE_/)

    await page.getByRole('button', { name: 'Verder naar de controle' }).click()
    await page.getByText('Alle foto’s zijn').waitFor()
    await page.getByRole('button', { name: 'Leer dit product' }).click()
    await page.getByTestId('promise').waitFor(patience)
    expect(await page.getByTestId('promise').innerText()).toContain('Met 20 goede foto’s: hoogstens')

    const [bad] = asFiles([await badBiscuit()])
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(bad ?? [])
    await page.getByTestId('verdict').getByText('Fout').waitFor(patience)
    await page.locator('[data-testid="heat"][data-drawn="true"]').waitFor()

    await page.getByRole('link', { name: 'Naar het station' }).click()
    await page
      .getByRole('link', { name: /bekijk dit oordeel/ })
      .first()
      .click()
    await page.waitForURL(/\/verdicts\//)
    await page.getByText('Score', { exact: true }).waitFor()
    // A deep link shows the same after a fresh start of the page.
    await page.reload()
    await page.getByTestId('verdict').getByText('Fout').waitFor()
  })

  it('takes a photo away, and gives it back', async () => {
    const [station] = (await call<{ stations: Station[] }>(box.address, '/stations')).stations
    await page.goto(`${box.address}/stations/${station?.id}/teach`)
    await page.getByText('20 goede foto’s').waitFor()
    await page.getByRole('button', { name: 'Haal biscuit-3.jpg weg' }).click()
    await page.getByText('19 goede foto’s').waitFor()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByText('20 goede foto’s').waitFor()
    const { photos } = await call<{ photos: object[] }>(box.address, `/stations/${station?.id}/photos`)
    expect(photos.length).toBe(20)
  })

  it('switches language at once, and remembers it', async () => {
    await page.goto(`${box.address}/stations`)
    await page.getByRole('button', { name: 'EN: switch to English' }).click()
    await page.getByRole('link', { name: 'New station' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.reload()
    await page.getByRole('link', { name: 'New station' }).waitFor()
    expect(await page.title()).toBe('Stations · nabij')
  })

  it('goes by keyboard, and leaves the keys to a field', async () => {
    await page.goto(`${box.address}/start`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await page.waitForURL('**/register')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Toetsen' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto(`${box.address}/stations/new`)
    await page.getByLabel('Hoe heet de plek of het product?').pressSequentially('gr?')
    expect(page.url()).toContain('/stations/new')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.goto(box.address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Naar de inhoud')
  })

  it('keeps the sample in a red frame, and takes nothing of one’s own there', async () => {
    await page.goto(`${box.address}/sample/stations`)
    await page.getByText('Voorbeeld', { exact: true }).waitFor()
    await page.getByRole('article').first().getByRole('link').click(patience)
    await page.waitForURL(/\/sample\/stations\/.+/)
    await page.goto(`${page.url()}/teach`)
    await page.getByRole('heading', { name: 'Dit is het voorbeeldbedrijf' }).waitFor()
    await page.getByRole('link', { name: 'Begin je eigen station' }).click()
    await page.waitForURL(`${box.address}/stations/new`)
    await page.getByLabel('Hoe heet de plek of het product?').waitFor()
    expect(await page.getByText('Voorbeeld', { exact: true }).count()).toBe(0)
  })

  it('says what happened, what it means and what to do about what is not there', async () => {
    const nothing = '00000000-0000-7000-8000-000000000000'
    await page.goto(`${box.address}/stations/${nothing}/verdicts/${nothing}`)
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.getByRole('link').getAttribute('href')).toBe('/errors/NABIJ_NOT_FOUND')
    expect((await alert.innerText()).split('\n').filter(Boolean).length).toBeGreaterThanOrEqual(4)
    await page.goto(`${box.address}/stations/${nothing}`)
    await page.getByRole('heading', { name: 'Deze pagina bestaat niet (meer)' }).waitFor()
  })

  it('fits a phone: nothing is wider than the screen, the entries are at the bottom', async () => {
    const small = await openPage(browser, phone)
    for (const path of ['/', '/stations', '/stations/new', '/data', '/register']) {
      await small.page.goto(box.address + path)
      await small.page.locator('main h1').waitFor()
      const wide = await small.page.evaluate<number>('document.documentElement.scrollWidth')
      expect({ path, fits: wide <= 390 }).toEqual({ path, fits: true })
    }
    const entries = await small.page.getByRole('navigation', { name: 'Hoofdmenu' }).boundingBox()
    expect(entries?.y).toBeGreaterThan(700)
    await small.close()
  })

  it('says calmly since when the box cannot be reached', async () => {
    await page.goto(`${box.address}/stations`)
    await page.getByRole('article').first().waitFor()
    await box.kill()
    await page.getByText(/Geen verbinding met de box sinds \d\d:\d\d/).waitFor()
    // What was on the screen stays there.
    expect(await page.getByRole('article').count()).toBeGreaterThan(0)
  })
})
