import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Backup, Station } from '@nabij/base'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import { bodyOf, call, createStation } from '../support/client.ts'
import './patient.ts'
import { patience } from './support.ts'

describe.skipIf(noBrowser)(`the page, looking after things${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const folder = temporaryRoot()
  const files = mkdtempSync(join(tmpdir(), 'nabij-page-'))
  let box: RunningBox
  let browser: Browser
  let page: Page
  let close: () => Promise<void>

  beforeAll(async () => {
    box = await startBox(folder.root)
    browser = await launchBrowser()
    for (const name of ['Deksels', 'Flessen', 'Etiketten', 'Dozen', 'Kratten']) await createStation(box.address, name)
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
    rmSync(files, { recursive: true, force: true })
  })

  it('finds a station on the wall', async () => {
    await page.goto(`${box.address}/stations`)
    await page.getByRole('article').nth(4).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('fles')
    await expect.poll(() => page.getByRole('article').count(), patience).toBe(1)
    await page.keyboard.type('x')
    await page.getByText('Geen station heet zo.').waitFor()
  })

  it('shows a station that was made elsewhere at once', async () => {
    await page.goto(`${box.address}/stations`)
    await page.getByRole('article').nth(4).waitFor()
    const { id } = await createStation(box.address, 'Pallets')
    await page.getByRole('link', { name: 'Pallets' }).waitFor()
    await call(box.address, `/stations/${id}`, { method: 'PATCH', headers: json, body: '{"name":"Europallets"}' })
    await page.getByRole('link', { name: 'Europallets' }).waitFor()
    expect(await page.getByRole('article').count()).toBe(6)
  })

  it('takes photos that are dropped', async () => {
    const id = await idOf('Deksels')
    await page.goto(`${box.address}/stations/${id}/teach`)
    await page.getByText('Sleep foto’s hierheen').waitFor()
    const photos = (await biscuitPhotos(2)).map((photo) => Buffer.from(photo).toString('base64'))
    const dropped = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer()
      for (const [index, picture] of ${JSON.stringify(photos)}.entries()) {
        const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))
        transfer.items.add(new File([bytes], 'dropped-' + index + '.jpg', { type: 'image/jpeg' }))
      }
      return transfer
    })()`)
    await page.getByText('Sleep foto’s hierheen').dispatchEvent('drop', { dataTransfer: dropped })
    await page.getByText('2 goede foto’s').waitFor(patience)
    expect((await call<{ photos: object[] }>(box.address, `/stations/${id}/photos`)).photos.length).toBe(2)
  })

  it('stops learning when asked, and keeps the photos', async () => {
    const id = await idOf('Flessen')
    for (const [index, photo] of (await biscuitPhotos(12)).entries()) {
      const path = `/stations/${id}/photos?label=good&name=${index}.jpg`
      await call(box.address, path, { method: 'POST', body: bodyOf(photo) })
    }
    await page.goto(`${box.address}/stations/${id}/teach?step=check`)
    await page.getByRole('button', { name: 'Leer dit product' }).click()
    await page.getByRole('button', { name: 'Stop met leren' }).click()
    await page.getByRole('heading', { name: 'Het leren is gestopt' }).waitFor()
    expect(await page.getByRole('button', { name: 'Leer opnieuw' }).isEnabled()).toBe(true)
  })

  it('renames a station, and takes it back', async () => {
    const id = await idOf('Dozen')
    await page.goto(`${box.address}/stations/${id}/setup`)
    await page.getByLabel('Naam').fill('Kartons')
    await page.getByRole('button', { name: 'Bewaar de naam' }).click()
    await page.getByRole('heading', { level: 1, name: 'Kartons' }).waitFor()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByRole('heading', { level: 1, name: 'Dozen' }).waitFor()
    expect((await call<Station>(box.address, `/stations/${id}`)).name).toBe('Dozen')
  })

  it('asks before it removes a station', async () => {
    const id = await idOf('Kratten')
    await page.goto(`${box.address}/stations/${id}/setup`)
    await page.getByRole('button', { name: 'Verwijder dit station' }).click()
    await page.getByRole('button', { name: 'Niet doen' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Verwijder dit station' }).click()
    await page.getByRole('button', { name: 'Verwijder met alles erin' }).click()
    await page.getByText('Kratten is verwijderd').waitFor()
    expect(page.url()).toBe(`${box.address}/stations`)
    expect(await page.getByRole('link', { name: 'Kratten' }).count()).toBe(0)
  })

  it('makes a backup, tells of it on every screen, and puts it back', async () => {
    await page.goto(`${box.address}/stations`)
    await page.getByRole('link', { name: 'Back-up: nog geen' }).click()
    await page.getByRole('button', { name: 'Maak nu een back-up' }).click()
    await page.getByText(/^Laatste: \d\d:\d\d$/).waitFor(patience)
    await page.getByRole('link', { name: /Back-up: \d\d:\d\d/ }).waitFor()
    const [backup] = (await call<{ backups: Backup[] }>(box.address, '/backups')).backups
    const archive = join(files, 'kopie.tar')
    const bytes = await fetch(`${box.address}/api/v1/backups/${backup?.name}/file`).then((answer) =>
      answer.arrayBuffer(),
    )
    writeFileSync(archive, Buffer.from(bytes))

    const later = await createStation(box.address, 'Na de back-up')
    await page.locator('section[aria-labelledby="restore"] input[type=file]').setInputFiles(archive)
    await page.getByText('wordt niet weggegooid').waitFor()
    await page.getByRole('button', { name: 'Zet deze back-up terug' }).click()
    await page.waitForURL(`${box.address}/`, patience)
    await page.getByText('De back-up is teruggezet').waitFor()
    await page.getByRole('link', { name: 'Dozen' }).waitFor()
    const { stations } = await call<{ stations: Station[] }>(box.address, '/stations')
    expect(stations.some(({ id }) => id === later.id)).toBe(false)
  })

  it('refuses to put back what is no backup, and says why', async () => {
    const archive = join(files, 'brief.txt')
    writeFileSync(archive, 'no backup at all')
    await page.goto(`${box.address}/data`)
    await page.locator('section[aria-labelledby="restore"] input[type=file]').setInputFiles(archive)
    await page.getByRole('button', { name: 'Zet deze back-up terug' }).click()
    const link = await page.getByRole('alert').getByRole('link').getAttribute('href')
    expect(link).toMatch(/^\/errors\/NABIJ_/)
  })

  it('says that the box cannot be reached, and no longer once it can', async () => {
    await page.route('**/api/v1/events', (route) => route.abort())
    await page.goto(`${box.address}/stations`)
    const notice = page.getByText(/Geen verbinding met de box sinds/)
    await notice.waitFor()
    await page.unroute('**/api/v1/events')
    await notice.waitFor({ state: 'detached' })
    expect(await page.getByRole('article').count()).toBeGreaterThan(0)
  })

  it('deletes the sample, after asking', async () => {
    await page.goto(`${box.address}/sample/`)
    await page.getByRole('article').first().waitFor(patience)
    await page.getByRole('button', { name: 'Verwijder het voorbeeld' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Verwijder het voorbeeld' }).click()
    await page.waitForURL(`${box.address}/`, patience)
    await page.getByText('Het voorbeeld is verwijderd').waitFor(patience)
    // The first door's line is not started unasked again.
    await page.goto(`${box.address}/start`)
    await page.getByRole('button', { name: 'Laat de biscuitlijn lopen' }).waitFor()
    expect((await call<{ sample: string }>(box.address, '/status')).sample).toBe('absent')
  })

  async function idOf(name: string): Promise<string> {
    const { stations } = await call<{ stations: Station[] }>(box.address, '/stations')
    return stations.find((station) => station.name === name)?.id ?? ''
  }
})

const json = { 'content-type': 'application/json' }
