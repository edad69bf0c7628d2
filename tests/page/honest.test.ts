import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Station } from '@nabij/base'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage, phone } from '../support/browser.ts'
import { bodyOf, call, createStation } from '../support/client.ts'
import './patient.ts'
import { asFiles, patience, settled, taughtStation } from './support.ts'

/** What a page claims has to hold now, on every device and on paper. */
describe.skipIf(noBrowser)(`the page, kept honest${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const folder = temporaryRoot()
  let box: RunningBox
  let browser: Browser
  let taught: Station
  let page: Page
  let close: () => Promise<void>

  beforeAll(async () => {
    box = await startBox(folder.root)
    browser = await launchBrowser()
    taught = (await taughtStation(box.address, 'Deksels', 6)).station
  })

  beforeEach(async () => {
    ;({ page, close } = await openPage(browser))
    page.setDefaultTimeout(patience.timeout)
  })

  afterEach(() => close())

  afterAll(async () => {
    await browser?.close()
    await box?.stop()
    folder.remove()
  })

  it('puts the lamp out when the box cannot be reached, and lights it again', async () => {
    await page.route('**/api/v1/events', (route) => route.abort())
    await page.goto(`${box.address}/stations/${taught.id}`)
    await page.getByTestId('quiet').getByText('Geen verbinding').waitFor()
    expect(await page.getByTestId('verdict').count()).toBe(0)
    expect(await page.getByTestId('quiet').innerText()).toMatch(/Laatste oordeel, \d\d:\d\d:\s+Fout/)
    await page.unroute('**/api/v1/events')
    await page.getByTestId('verdict').getByText('Fout').waitFor()
  })

  it('shows no old verdict as the present one while something is wrong', async () => {
    const path = '/nowhere/at/all'
    await page.route('**/api/v1/stations', async (route) => {
      const answer = (await (await route.fetch()).json()) as { stations: Station[] }
      const wrong = { state: 'degraded', reason: 'NABIJ_FOLDER_GONE', source: { kind: 'folder', path } }
      await route.fulfill({ json: { stations: answer.stations.map((station) => ({ ...station, ...wrong })) } })
    })
    await page.goto(`${box.address}/stations/${taught.id}`)
    await page.getByTestId('quiet').getByText('Er is iets mis').waitFor()
    await page.getByText(`De map ${path} is er niet (meer).`).waitFor()
    expect(await page.getByTestId('verdict').count()).toBe(0)
  })

  it('still offers to teach a station whose folder is gone', async () => {
    const path = mkdtempSync(join(tmpdir(), 'nabij-page-'))
    const { id } = await createStation(box.address, 'Flessen', { kind: 'folder', path })
    rmSync(path, { recursive: true })
    await page.goto(`${box.address}/stations/${id}`)
    await page.getByRole('link', { name: 'Leer dit product' }).click()
    await page.getByText(`De map ${path} is er niet (meer).`).waitFor()
    await fetch(`${box.address}/api/v1/stations/${id}`, { method: 'DELETE' })
    await page.getByRole('heading', { name: 'Deze pagina bestaat niet (meer)' }).waitFor()
    expect(await page.getByText('Laat zien hoe goed eruitziet').count()).toBe(0)
  })

  it('tells one reason once, however many files it is about', async () => {
    const { id } = await createStation(box.address, 'Dozen')
    await page.goto(`${box.address}/stations/${id}/teach`)
    const files = asFiles(Array.from({ length: 5 }, () => Buffer.from('%PDF-1.4 no picture')))
    await page.locator('input[type=file]').first().setInputFiles(files)
    await page.getByText('5 bestanden zijn niet gebruikt').waitFor()
    const lines = page.getByRole('alert').getByRole('listitem')
    expect(await lines.count()).toBe(1)
    expect(await lines.innerText()).toContain('biscuit-3.jpg en nog 2:')
  })

  it('calls what nobody knows unknown', async () => {
    const frames = `/stations/${taught.id}/frames`
    const verdict = await call<{ id: string }>(box.address, frames, {
      method: 'POST',
      body: bodyOf(Buffer.from('abc')),
    })
    await page.goto(`${box.address}/stations/${taught.id}/verdicts/${verdict.id}`)
    await page.getByText('Je browser kan dit beeld niet tonen.').waitFor()
    for (const name of ['Score', 'Opvallend', 'Duur', 'Beeld', 'Naam']) {
      const value = page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('+ dd')
      expect(`${name}: ${(await value.innerText()).replace('?', '').trim()}`).toBe(`${name}: onbekend`)
    }
  })

  it('keeps in the address what was asked for', async () => {
    for (const name of ['Kratten', 'Etiketten', 'Pallets', 'Zakken']) await createStation(box.address, name)
    await page.goto(`${box.address}/stations`)
    await page.getByLabel('Zoek een station').fill('krat')
    await page.waitForURL(/search=krat/)
    await page.reload()
    await page.getByRole('link', { name: 'Kratten' }).waitFor()
    expect(await page.getByRole('article').count()).toBe(1)
    await page.goto(`${box.address}/stations/${taught.id}/engineering`)
    await page.getByText('Week', { exact: true }).click()
    await page.waitForURL(/scores=week/)
    await page.reload()
    await page.locator('input[value="week"]:checked').waitFor({ state: 'attached' })
  })

  it('can be gone back from after learning', async () => {
    await page.goto(`${box.address}/stations/${taught.id}/teach?step=check`)
    await page.getByRole('button', { name: 'Leer dit product' }).click()
    await page.waitForURL(/step=try/, patience)
    await page.goBack()
    await page.getByRole('heading', { name: 'Klopt het stapeltje?' }).waitFor()
    expect(page.url()).toContain('step=check')
  })

  it('goes to the field that is missing', async () => {
    await page.goto(`${box.address}/stations/new`)
    await page.getByRole('button', { name: 'Maak dit station' }).click()
    await page.getByText('Geef het station een naam').waitFor()
    expect(await page.getByLabel('Hoe heet de plek of het product?').and(page.locator(':focus')).count()).toBe(1)
  })

  it('lets a phone take the photo, and cuts no word off its buttons', async () => {
    const small = await openPage(browser, phone)
    await small.page.goto(`${box.address}/stations/${taught.id}/teach`)
    await small.page.getByRole('button', { name: 'Maak een foto' }).waitFor()
    expect(await small.page.locator('input[capture="environment"]').count()).toBe(1)
    expect(await small.page.getByText('Sleep foto’s hierheen').isVisible()).toBe(false)
    await small.page.goto(`${box.address}/stations/${taught.id}/teach?step=check`)
    const label = small.page.getByRole('button', { name: 'Leer dit product' }).locator('span').last()
    expect(await label.evaluate((word) => word.scrollWidth <= word.clientWidth)).toBe(true)
    await small.close()
  })

  it('prints the sample as a sample, without what can be pressed', async () => {
    await page.goto(`${box.address}/sample/`)
    await page.getByRole('article').first().waitFor(patience)
    await settled(page)
    expect(await page.title()).toMatch(/^VOORBEELD · /)
    await page.emulateMedia({ media: 'print' })
    const frame = `getComputedStyle(document.querySelector('[data-workspace]'), `
    expect(await page.evaluate(`${frame}'::before').position`)).toBe('fixed')
    expect(await page.evaluate(`${frame}'::after').content`)).toBe('"Voorbeeld"')
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByText(/nabij · \d+ \w+ \d{4}/).isVisible()).toBe(true)
  })
})
