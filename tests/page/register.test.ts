import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import './patient.ts'
import { patience, until } from './support.ts'

/** A debit a month at a known company, a private person, and a butcher whose name resembles a service. */
const statement = [
  '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"',
  ...Array.from({ length: 12 }, (_, month) => {
    const day = `2026${String(month + 1).padStart(2, '0')}05`
    return `"${day}","MICROSOFT IRELAND OPERATIONS","NL91ABNA0417164300","","IC","Af","210,00","Incasso","Microsoft 365"`
  }),
  '"20261107","J. Jansen","NL91ABNA0417164300","","GT","Af","100,00","Online bankieren","huur"',
  '"20261109","Slack en Zonen Slagerij","NL91ABNA0417164300","","BA","Af","23,00","Betaalautomaat","vlees"',
].join('\n')

describe.skipIf(noBrowser)(`the register${noBrowser ? ` (${noBrowser})` : ''}`, () => {
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

  it('from empty hands to the first figure, with a stopwatch', async () => {
    await page.goto(box.address)
    const start = Date.now()
    await page.getByRole('link', { name: 'Waar hangt mijn bedrijf van af?' }).click()
    await page.getByRole('button', { name: /^Microsoft 365/ }).click()
    await page.getByRole('button', { name: /^Mollie/ }).click()
    await page.getByLabel('Zoek, of typ').fill('Kassa van Jan')
    await page.getByRole('button', { name: /Voeg toe: „Kassa van Jan”/ }).click()
    await page.getByText('3 diensten aangevinkt').waitFor()
    await page.getByRole('link', { name: 'Verder: wat kost het?' }).click()
    await page.getByLabel('Microsoft 365: € per maand').fill('250')
    await page.getByLabel('Microsoft 365: Cruciaal').check()
    await page.getByLabel('Mollie: € per maand').fill('99,50')
    await page.getByLabel('Mollie: Cruciaal').check()
    await page.getByRole('link', { name: 'Laat de stand zien' }).click()
    await page.getByRole('heading', { level: 1, name: '€ 4.194 per jaar aan software en cloud' }).waitFor()
    console.log(`first figure after ${((Date.now() - start) / 1000).toFixed(1)} s`)
    await page.getByText('72 % naar bedrijven buiten Europa').waitFor()
    await page.getByText('1 van je 2 cruciale diensten buiten Europa').waitFor()
    await page.getByText('van 1 dienst kennen we de eigenaar niet').waitFor()
    expect(await page.getByRole('region', { name: 'Wat nu?' }).getByRole('listitem').count()).toBe(3)
    // Every number opens: what it is made of.
    await page.getByRole('button', { name: /per jaar aan software en cloud/ }).click()
    expect(await page.getByRole('dialog').innerText()).toMatch(/Kassa van Jan\s+onbekend/)
    expect(errors).toEqual([])
  })

  it('shows what a file would bring and what is thrown away, adds it, and takes it away again', async () => {
    await page.goto(`${box.address}/register/evidence`)
    const buffer = Buffer.from(statement)
    await page.locator('input[type=file]').setInputFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer })
    const preview = page.getByRole('region', { name: 'bank.csv' })
    await preview.getByText('Dit gooi ik weg').waitFor()
    const words = await preview.innerText()
    expect(words).toContain('12 sporen')
    expect(words).not.toMatch(/Jansen|Slagerij/)
    const kept = async (): Promise<number> => {
      const answer = await fetch(`${box.address}/api/v1/register`)
      return ((await answer.json()) as { services: unknown[] }).services.length
    }
    expect(await kept()).toBe(0)
    await preview.getByRole('button', { name: 'Voeg toe aan het register' }).click()
    await page.getByText('bank.csv: 12 sporen toegevoegd').waitFor()
    expect(await kept()).toBe(1)
    await page.getByRole('button', { name: 'Haal weg: bank.csv' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Haal weg' }).click()
    await page.getByText('bank.csv is weggehaald').waitFor()
    expect(await kept()).toBe(0)
    expect(errors).toEqual([])
  })

  it('draws only the rows on the screen of five thousand, and walks them by keyboard', async () => {
    await page.route('**/api/v1/register', async (route) => {
      const answer = (await (await route.fetch()).json()) as { services: object[] }
      await route.fulfill({ json: { ...answer, services: Array.from({ length: 5000 }, (_, index) => madeUp(index)) } })
    })
    await page.goto(`${box.address}/register/list`)
    await page.getByText('5.000 diensten').waitFor()
    const rows = page.locator('[data-index]')
    expect(await rows.count()).toBeLessThan(80)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await until(page, `document.activeElement?.closest('[data-index="1"]')`)
    await page.evaluate('scrollTo(0, document.body.scrollHeight)')
    await page.locator('[data-index="4999"]').waitFor()
    expect(await rows.count()).toBeLessThan(80)
    await page.keyboard.press('/')
    await page.keyboard.type('dienst 4242')
    await page.getByText('1 dienst', { exact: true }).waitFor()
    expect(new URL(page.url()).searchParams.get('search')).toBe('dienst 4242')
  })
})

function madeUp(index: number): object {
  const notes = { crucial: null, costPerMonth: null, process: null, owner: null, contractEnd: null, noticeDays: null }
  return {
    id: `own:dienst-${index}`,
    name: `Dienst ${index}`,
    kind: 'other',
    domain: null,
    vendor: null,
    confidence: 'confirmed',
    origin: 'unknown',
    findings: [],
    cost: null,
    lastPaid: null,
    priceChange: null,
    notes: { ...notes, personalData: null, data: null, dataLocation: null, ai: null, remark: null },
    exposures: [],
    dataLocations: [],
    merged: [],
  }
}
