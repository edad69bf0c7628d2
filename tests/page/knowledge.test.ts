import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { KnowledgePack } from '@nabij/base'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import './patient.ts'
import { patience } from './support.ts'

/** The shipped pack as it may be one day: Microsoft 365 ends, and Microsoft has another owner. */
function laterPack(): string {
  const shipped = new URL('../../packages/knowledge/pack.json', import.meta.url)
  const pack = KnowledgePack.parse(JSON.parse(readFileSync(shipped, 'utf8')))
  const microsoft = pack.vendors.find(({ id }) => id === 'microsoft')
  const owner = microsoft?.ultimateParent.value
  if (!microsoft || !owner) throw new Error('the pack does not know Microsoft')
  microsoft.ultimateParent.value = { ...owner, name: 'Grote Baas Holding', country: 'NL' }
  pack.events.push({
    id: 'made-up-end',
    kind: 'retirement',
    about: ['microsoft-365'],
    date: '2031-01-01',
    text: { nl: 'Microsoft 365 houdt op, in deze proef.', en: 'Microsoft 365 ends, in this trial.' },
    status: 'confirmed',
    source: { address: 'https://vendor.example/end', readOn: '2030-01-01', quote: 'ends' },
  })
  return JSON.stringify({ ...pack, version: '2030.1.1', made: '2030-01-01' })
}

describe.skipIf(noBrowser)(`what is known of vendors${noBrowser ? ` (${noBrowser})` : ''}`, () => {
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

  it('is corrected with a source of one’s own, and updated from a file that is seen first', async () => {
    const body = JSON.stringify({ productId: 'microsoft-365' })
    const headers = { 'content-type': 'application/json' }
    await fetch(`${box.address}/api/v1/register/services`, { method: 'POST', headers, body })

    // Its own statement about where the vendor sits: both are visible, and it can be taken back.
    await page.goto(`${box.address}/register/vendors/microsoft`)
    await page.getByRole('button', { name: 'Klopt er iets niet?' }).click()
    await page.getByLabel('Welk gegeven?').selectOption('country')
    await page.getByLabel('Land', { exact: true }).selectOption('IE')
    await page.getByLabel('Hoe weet je dat?').fill('jaarverslag 2025')
    await page.getByLabel('Van welke dag is dat?').fill('2026-11-20')
    await page.getByRole('button', { name: 'Bewaar als eigen opgave' }).click()
    await page.getByText('Je opgave over Microsoft is bewaard').waitFor()
    const panel = page.getByRole('region', { name: 'Uiteindelijke eigenaar' })
    await panel.getByText('Land van vestiging: Ierland').waitFor()
    const words = await panel.innerText()
    expect(words).toContain('eigen opgave')
    expect(words).toContain('Het kennispakket zegt: Verenigde Staten')

    // Newer knowledge: what it changes here, before anything is in use.
    const text = laterPack()
    await page.getByRole('link', { name: 'Bewijs' }).click()
    await page.getByRole('link', { name: 'Kennis over leveranciers bekijken en bijwerken' }).click()
    const update = page.getByRole('region', { name: 'Bijwerken uit een bestand' })
    const file = { name: 'kennis.json', mimeType: 'application/json', buffer: Buffer.from(text) }
    await update.locator('input[type=file]').setInputFiles(file)
    await update.getByText('dingen', { exact: false }).first().waitFor()
    const seen = await update.innerText()
    expect(seen).toContain('Microsoft Corporation (US) → Grote Baas Holding (NL)')
    expect(seen).toContain('Microsoft 365 houdt op, in deze proef.')
    expect(seen).toContain(createHash('sha256').update(text).digest('hex'))
    await update.getByRole('button', { name: 'Neem versie 2030.1.1 in gebruik' }).click()
    await page.getByText('Versie 2030.1.1 is in gebruik').waitFor()
    await page.getByText('Versie 2030.1.1 van 1 jan 2030').waitFor()
    await page.getByRole('region', { name: 'Wat je zelf hebt opgegeven' }).getByText('Ierland').waitFor()

    // The log tells of the owner; a file that is none says what to do; and back.
    await page.goto(`${box.address}/register`)
    await page.getByText('Microsoft 365 kreeg een andere eigenaar: Grote Baas Holding').waitFor()
    await page.getByText('door kennispakket 2030.1.1').waitFor()
    await page.goto(`${box.address}/register/knowledge`)
    await update.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from(text.slice(0, 1000)) })
    await update.getByText('Dit kennispakket kan niet worden gelezen').waitFor()
    await page.getByRole('button', { name: /^Terug naar versie / }).click()
    await page.getByText(/^Versie .* is weer in gebruik/).waitFor()
    await page.goto(`${box.address}/register/vendors/microsoft`)
    await panel.getByText('Microsoft Corporation').first().waitFor()
    await panel.getByRole('button', { name: 'Trek in: Land van vestiging' }).click()
    await page.getByText('Je opgave over Microsoft is ingetrokken').waitFor()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await panel.getByText('Land van vestiging: Ierland').waitFor()
    expect(errors.filter((one) => !one.includes('422'))).toEqual([])
  })
})
