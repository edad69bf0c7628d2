import type { RouteComparison } from '@nabij/base'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import { call } from '../support/client.ts'
import { until } from '../support/until.ts'
import { comparedRoute } from './compared-route.ts'
import './patient.ts'
import { tooWide, violations } from './rules.ts'
import { patience, settled, taughtStation } from './support.ts'

describe.skipIf(noBrowser)(`leaving a cloud AI${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const folder = temporaryRoot()
  let box: RunningBox
  let browser: Browser
  let page: Page
  let errors: string[]
  let stop: (() => void) | undefined
  let route: string
  const comparison = (): Promise<RouteComparison> => call(box.address, `/drop-in/routes/${route}/comparison`)
  const rules = async (): Promise<void> => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
      expect(await violations(page)).toEqual([])
    }
    expect(await tooWide(page)).toEqual([])
  }

  beforeAll(async () => {
    box = await startBox(folder.root)
    const { station } = await taughtStation(box.address, 'Koekjes', 6)
    ;({ route, stop } = await comparedRoute(box.address, station.id, await biscuitPhotos(3, 60)))
    await call(box.address, '/register/services', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ productId: 'azure-custom-vision' }),
    })
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    page.setDefaultTimeout(patience.timeout)
  })

  afterAll(async () => {
    await browser?.close()
    await box?.stop()
    stop?.()
    folder.remove()
  })

  it('shows cloud and box side by side, and takes the word of a person', async () => {
    await page.goto(`${box.address}/moves/drop-in/${route}`)
    await settled(page)
    await page.getByRole('heading', { name: 'De box mag het nog niet overnemen.' }).waitFor()
    await rules()
    const open = (await comparison()).disagreements.length
    expect(open).toBeGreaterThan(0)
    await page.getByText(`${open} van ${open} wachten op jouw oordeel.`).waitFor()
    await page.getByRole('button', { name: 'Is goed' }).first().click()
    await page.getByText('Onthouden: dit is goed').waitFor()
    expect((await comparison()).judged.box.n).toBe(1)
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await until(
      async () => ((await comparison()).judged.box.n === 0 ? true : null),
      () => 'the word was not taken back',
    )
    expect(errors).toEqual([])
  })

  it('switches who answers with one click, and back with another', async () => {
    await page.getByRole('radio', { name: /^Alleen de box/ }).click({ force: true })
    await page.getByText('Alleen de box antwoordt nog').waitFor()
    await page.getByRole('button', { name: 'Ongedaan maken' }).last().click()
    await until(
      async () => ((await page.getByRole('radio', { name: /^De cloud, met/ }).isChecked()) ? true : null),
      () => 'it never switched back',
    )
    expect(errors).toEqual([])
  })

  it('begins a move, ties it to its connection, and writes a step down', async () => {
    await page.goto(`${box.address}/moves`)
    await settled(page)
    await rules()
    await page.getByLabel('Welke dienst wil je verlaten?').selectOption({ label: 'Azure Custom Vision' })
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('heading', { name: 'Azure Custom Vision verlaten' }).waitFor()
    await page.getByText('Vul aan wat je weet').click()
    await page.getByLabel('Welke aansluiting bewijst het?').selectOption({ label: 'koekjes' })
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click()
    await page.getByRole('heading', { name: 'De box mag het nog niet overnemen.' }).waitFor()
    await page.getByText('Zet een stap').click()
    await page.getByLabel('Waarom, in je eigen woorden').fill('De proef bevalt')
    await page.getByRole('button', { name: 'Leg deze stap vast' }).click()
    await page.getByText('De proef bevalt').last().waitFor()
    await rules()
    await page.goto(`${box.address}/moves`)
    await page.getByRole('link', { name: 'Azure Custom Vision' }).waitFor()
    await rules()
    expect(errors).toEqual([])
  })

  it('answers whether a station needs a chip, and follows those of Europe', async () => {
    await page.goto(`${box.address}/moves/chips`)
    await page.getByTestId('need').waitFor()
    await settled(page)
    for (const summary of await page.locator('summary').all()) await summary.click()
    await rules()
    await page.getByLabel('Hoeveel beelden per seconde wil je?').fill('2')
    await page.getByText('(zoals je zei)').waitFor()
    await page
      .getByLabel('Kies een ONNX-bestand')
      .setInputFiles({ name: 'broken.onnx', mimeType: 'application/octet-stream', buffer: Buffer.from('no model') })
    await page.getByRole('alert').waitFor()
    expect(await violations(page)).toEqual([])
  })
})
