import type { Correction, Output, Photo, Station, Verdict } from '@nabij/base'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import { bodyOf, call, createStation } from '../support/client.ts'
import './patient.ts'
import { patience, taughtStation } from './support.ts'

describe.skipIf(noBrowser)(`the page, for those who inspect${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const folder = temporaryRoot()
  let box: RunningBox
  let browser: Browser
  let page: Page
  let close: () => Promise<void>
  let station: Station
  let bad: Verdict

  beforeAll(async () => {
    box = await startBox(folder.root)
    browser = await launchBrowser()
    ;({ station, bad } = await taughtStation(box.address, 'Koekjes'))
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

  const corrections = async (): Promise<Correction[]> =>
    (await call<{ corrections: Correction[] }>(box.address, `/stations/${station.id}/corrections`)).corrections
  const photosOf = async (id: string): Promise<Photo[]> =>
    (await call<{ photos: Photo[] }>(box.address, `/stations/${id}/photos`)).photos
  const settings = async (): Promise<Station['settings']> =>
    (await call<Station>(box.address, `/stations/${station.id}`)).settings

  it('hears by one key what a part was, and takes it back', async () => {
    await page.goto(`${box.address}/stations/${station.id}`)
    const group = page.getByRole('group', { name: 'Klopt dit oordeel?' })
    await group.waitFor(patience)
    for (const button of await group.getByRole('button').all())
      expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(64)

    // x contradicts: what was refused was good, what passed was bad; in doubt it says bad.
    const label = bad.verdict === 'fail' ? 'good' : 'bad'
    await page.keyboard.press('x')
    await page
      .getByTestId('said')
      .getByText(/Jij zei/)
      .waitFor(patience)
    await expect.poll(async () => (await corrections()).map((each) => each.label), patience).toEqual([label])
    const dialog = page.getByRole('dialog')
    if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Toch zo' }).click()

    await page.getByRole('button', { name: 'Ongedaan maken' }).first().click()
    await expect.poll(async () => (await corrections()).map(({ state }) => state), patience).toEqual(['undone'])
    await expect.poll(() => page.getByTestId('said').innerText(), patience).toBe('')
    expect((await call<Verdict>(box.address, `/verdicts/${bad.id}`)).feedback).toBeNull()
  })

  it('moves the limit by arrow key, says what it would do, and uses it only when told', async () => {
    await page.goto(`${box.address}/stations/${station.id}/engineering`)
    const limit = page.getByRole('slider', { name: /^Grens/ })
    await limit.waitFor(patience)
    const before = Number(await limit.getAttribute('aria-valuenow'))
    await limit.focus()
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowUp')
    await expect.poll(async () => Number(await limit.getAttribute('aria-valuenow')), patience).toBeGreaterThan(before)
    const moved = Number(await limit.getAttribute('aria-valuenow'))
    expect(await page.getByTestId('consequences').innerText()).toContain('Goede delen afgekeurd')
    expect((await settings()).limit).toEqual({ by: 'photos' })

    await page.getByRole('button', { name: 'Gebruik deze grens' }).click()
    await expect.poll(async () => (await settings()).limit, patience).toEqual({ by: 'hand', value: moved })
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(async () => (await settings()).limit, patience).toEqual({ by: 'photos' })
  })

  it('gives an output another address, and says when shifts begin; both can be undone', async () => {
    const outputs = `/stations/${station.id}/outputs`
    const config = { kind: 'relay', address: 'http://127.0.0.1:9/on', method: 'POST', on: ['alarm'] }
    const headers = { 'content-type': 'application/json' }
    await call(box.address, outputs, { method: 'POST', headers, body: JSON.stringify(config) })
    const address = async () => (await call<{ outputs: Output[] }>(box.address, outputs)).outputs[0]?.address
    await page.goto(`${box.address}/stations/${station.id}/setup`)
    await page.getByRole('button', { name: 'Verander', exact: true }).click()
    await page.getByLabel('Adres').fill('http://127.0.0.1:9/off')
    await page.getByRole('button', { name: 'Bewaar', exact: true }).first().click()
    await expect.poll(address, patience).toBe('http://127.0.0.1:9/off')
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(address, patience).toBe('http://127.0.0.1:9/on')

    await page.getByLabel('Dienst 1 begint om').fill('06:45')
    await page.getByRole('button', { name: 'Haal weg' }).last().click()
    await page.getByRole('button', { name: 'Bewaar deze tijden' }).click()
    await expect.poll(async () => (await settings()).shifts, patience).toEqual([405, 840])
    await page.goto(`${box.address}/stations/${station.id}/shift`)
    await page.getByText('Diensten beginnen hier om 06:45 en 14:00.').waitFor()
  })

  it('draws where to look by mouse, and changes it by key', async () => {
    await page.goto(`${box.address}/stations/${station.id}/teach?step=check`)
    await page.getByText('Waar moet het kijken?').click()
    const canvas = page.getByTestId('region-canvas')
    await canvas.scrollIntoViewIfNeeded()
    const place = await canvas.boundingBox()
    if (!place) throw new Error('there is nothing to draw on')
    const at = (x: number, y: number): [number, number] => [place.x + x * place.width, place.y + y * place.height]
    await page.mouse.move(...at(0.2, 0.3))
    await page.mouse.down()
    await page.mouse.move(...at(0.5, 0.5))
    await page.mouse.move(...at(0.8, 0.7))
    await page.mouse.up()
    await expect.poll(async () => (await settings()).locate.region?.x, patience).toBeCloseTo(0.2, 1)

    await page.getByTestId('box-region').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await settings()).locate.region?.x, patience).toBeGreaterThan(0.21)
    await page.getByText('Hier niet kijken').click()
    await page.getByRole('button', { name: 'Voeg een vak toe om niet te kijken' }).click()
    await expect.poll(async () => (await settings()).locate.ignore.length, patience).toBe(1)
    await page.getByTestId('box-ignore').focus()
    await page.keyboard.press('Delete')
    await expect.poll(async () => (await settings()).locate.ignore.length, patience).toBe(0)
  })

  it('shows a photo twice in other words beside its twin, leaves it out, and takes it back', async () => {
    const { id } = await createStation(box.address, 'Dubbel')
    const [first, ...rest] = await biscuitPhotos(6, 21)
    const again = new Uint8Array(await sharp(first).jpeg({ quality: 60 }).toBuffer())
    for (const [index, photo] of [first as Uint8Array, ...rest, again].entries())
      await call(box.address, `/stations/${id}/photos?label=good&name=foto-${index}.jpg`, {
        method: 'POST',
        body: bodyOf(photo),
      })
    await page.goto(`${box.address}/stations/${id}/teach?step=check`)
    const remark = page.getByText('Bijna gelijk aan').first()
    await remark.waitFor(patience)
    await page.getByRole('button', { name: 'Laat weg' }).first().click()
    await expect.poll(async () => (await photosOf(id)).filter(({ leftOut }) => leftOut).length, patience).toBe(1)
    await page.getByText('1 foto is weggelaten').waitFor()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(async () => (await photosOf(id)).filter(({ leftOut }) => leftOut).length, patience).toBe(0)
    await page.getByRole('button', { name: 'Hoort erbij' }).first().click()
    await remark.waitFor({ state: 'detached' })
    // Whoever looks next, in whatever browser, is not asked again; who changes their mind is.
    expect((await photosOf(id)).filter(({ belongs }) => belongs).length).toBe(1)
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await remark.waitFor()
    await expect.poll(async () => (await photosOf(id)).filter(({ belongs }) => belongs).length, patience).toBe(0)
  })
})
