import type { Output, Station } from '@nabij/base'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import { bodyOf, call, createStation } from '../support/client.ts'
import { until } from '../support/until.ts'
import './patient.ts'
import { tooWide, violations } from './rules.ts'
import { badBiscuit, patience, settled, taughtStation } from './support.ts'

describe.skipIf(noBrowser)(`every screen, by the rules of WCAG AA${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const folder = temporaryRoot()
  let box: RunningBox
  let browser: Browser
  let page: Page
  let errors: string[]
  let station: string
  let untaught: string
  let verdict: string
  let sample: string

  beforeAll(async () => {
    box = await startBox(folder.root)
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    page.setDefaultTimeout(patience.timeout)
    const taught = await taughtStation(box.address, 'Biscuits', 6)
    station = taught.station.id
    verdict = taught.bad.id
    untaught = await withMuchToShow(box.address, station)
    await call(box.address, '/sample', { method: 'POST' })
    await page.goto(`${box.address}/sample/`)
    await page.getByRole('article').first().waitFor(patience)
    const [line] = (await call<{ stations: Station[] }>(`${box.address}/sample`, '/stations')).stations
    sample = line?.id ?? ''
  })

  afterAll(async () => {
    await browser?.close()
    await box?.stop()
    folder.remove()
  })

  it.each([
    ['overview', () => '/'],
    ['three questions', () => '/start'],
    ['register', () => '/register'],
    ['moves', () => '/moves'],
    ['stations', () => '/stations'],
    ['new station', () => '/stations/new'],
    ['operator', () => `/stations/${station}`],
    ['operator, untaught', () => `/stations/${untaught}`],
    ['engineering, untaught', () => `/stations/${untaught}/engineering`],
    ['setup of several products', () => `/stations/${untaught}/setup`],
    ['card, untaught', () => `/stations/${untaught}/card`],
    ['shift, empty', () => `/stations/${untaught}/shift`],
    ['teach: check, with remarks', () => `/stations/${untaught}/teach?step=check`],
    ['teach: learn', () => `/stations/${untaught}/teach?step=learn`],
    ['engineering', () => `/stations/${station}/engineering`],
    ['setup', () => `/stations/${station}/setup`],
    ['shift', () => `/stations/${station}/shift`],
    ['card', () => `/stations/${station}/card`],
    ['teach: bad photos', () => `/stations/${station}/teach?show=bad`],
    ['verdict', () => `/stations/${station}/verdicts/${verdict}`],
    ['teach: photos', () => `/stations/${station}/teach`],
    ['teach: check', () => `/stations/${station}/teach?step=check`],
    ['teach: try', () => `/stations/${station}/teach?step=try`],
    ['people', () => '/people'],
    ['phone', () => '/phone'],
    ['shared screen', () => '/screen'],
    ['data', () => '/data'],
    ['nothing', () => '/nothing'],
    ['sample', () => '/sample/'],
    ['sample station', () => `/sample/stations/${sample}`],
    ['teaching in the sample', () => `/sample/stations/${sample}/teach`],
  ])('%s, in light and dark, on a phone, without an error in the console', async (_name, path) => {
    await page.goto(box.address + path())
    await page.locator('main h1').first().waitFor(patience)
    if (path() !== '/start') await settled(page)
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
      found.push(...(await violations(page)).map((violation) => `${colorScheme}: ${violation}`))
    }
    expect(found).toEqual([])
    expect(await tooWide(page)).toEqual([])
    expect(errors.splice(0)).toEqual([])
  })

  it('the list of keys, and what asks once more', async () => {
    await page.goto(`${box.address}/stations/${station}/setup`)
    await settled(page)
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Verwijder dit station' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
  })

  // Last: from here on the box knows who may come in.
  it('people who log in: their page, the log-in, a phone and a shared screen', async () => {
    const all = async (): Promise<void> => {
      await settled(page)
      expect(await violations(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await violations(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'light' })
      expect(await tooWide(page)).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(`${box.address}/people`)
    await page.getByLabel('Naam').first().fill('Ans')
    await page.getByRole('textbox', { name: 'Wachtwoord' }).first().fill('vier blauwe fietsen')
    await page.getByRole('button', { name: 'Maak een eigenaar' }).click()
    await page.getByText('Ingelogd als Ans').waitFor(patience)
    await all()

    await page.getByRole('button', { name: 'Wachtwoord of pincode' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    await page
      .getByLabel(/^Pincode/)
      .last()
      .fill('2580')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Koppel een scherm' }).click()
    await page.getByRole('img', { name: 'QR-code om dit apparaat te koppelen' }).waitFor()
    await all()
    const address = await page.getByTestId('pairing').innerText()
    const screen = await openPage(browser)
    await screen.page.goto(address.trim())
    await screen.page.getByRole('button', { name: 'Ans' }).click()
    expect(await violations(screen.page)).toEqual([])
    expect(screen.errors).toEqual([])
    await screen.close()

    await page.getByRole('button', { name: 'Log uit' }).click()
    await page.getByRole('heading', { name: 'Inloggen' }).waitFor(patience)
    await all()
  })
})

/**
 * Gives the first station an output that does not answer, a rule, costs and words of a person, so that its screens are
 * full; returns a station that was not taught, with several products and photos to remark on.
 */
async function withMuchToShow(address: string, station: string): Promise<string> {
  const post = <T>(path: string, value: object, method = 'POST'): Promise<T> =>
    call<T>(address, path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(value),
    })
  const photo = (id: string, label: string, picture: Uint8Array): Promise<unknown> =>
    call(address, `/stations/${id}/photos?label=${label}&name=${label}.jpg`, { method: 'POST', body: bodyOf(picture) })
  await post(`/stations/${station}/outputs`, { kind: 'webhook', address: 'http://127.0.0.1:9/', on: ['fail', 'alarm'] })
  await post(`/stations/${station}`, { settings: { watt: 65, centsPerKwh: 28, rules: [rule] } }, 'PATCH')
  const bad = await badBiscuit(5)
  const sent = { method: 'POST', headers: { 'content-type': 'image/jpeg' }, body: bodyOf(bad) }
  const { id } = await call<{ id: string }>(address, `/stations/${station}/frames?name=bad.jpg`, sent)
  await post(`/verdicts/${id}/feedback`, { label: 'bad', kind: 'crack' })
  const untaught = await createStation(address, 'Two kinds')
  const { id: product } = await post<{ id: string }>(`/stations/${untaught.id}/products`, { name: 'Plain', code: '87' })
  const [good] = await biscuitPhotos(1, 11)
  if (!good) throw new Error('the simulator made no picture')
  await photo(untaught.id, 'good', good)
  await photo(untaught.id, 'bad', bad)
  const dark = new Uint8Array(await sharp(good).modulate({ brightness: 0.3 }).jpeg().toBuffer())
  await call(address, `/stations/${untaught.id}/photos?label=good&name=dark.jpg&product=${product}`, {
    method: 'POST',
    body: bodyOf(dark),
  })
  const outputs = (): Promise<{ outputs: Output[] }> => call(address, `/stations/${station}/outputs`)
  await until(
    async () => ((await outputs()).outputs.some(({ problem }) => problem !== null) ? true : null),
    () => 'the output never had a problem',
  )
  return untaught.id
}

const rule = { id: '0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e99', verdict: 'fail', count: 1, of: 1 }
