import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage, phone } from '../support/browser.ts'
import { call, createStation } from '../support/client.ts'
import './patient.ts'
import { asFiles, badBiscuit, patience } from './support.ts'

const photos = 10

describe.skipIf(noBrowser)(`a phone as a camera${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const folder = temporaryRoot()
  let box: RunningBox
  let browser: Browser

  beforeAll(async () => {
    box = await startBox(folder.root)
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await box?.stop()
    folder.remove()
  })

  it('is paired by its code, and its ten photos arrive once, also when the network drops', async () => {
    const { id } = await createStation(box.address, 'Koekjes')
    const desk = await openPage(browser)
    // Where the photos are asked for, the desk says what must be done before a phone can come near.
    await desk.page.goto(`${box.address}/stations/${id}/teach`)
    await desk.page.getByRole('button', { name: 'Met je telefoon' }).click()
    await desk.page.getByText('npm start -- --host 0.0.0.0').waitFor()
    await desk.page.goto(`${box.address}/people`)
    await makeOwner(desk.page)
    await desk.page.getByRole('button', { name: 'Koppel een telefoon' }).click()
    await desk.page.getByRole('img', { name: 'QR-code om dit apparaat te koppelen' }).waitFor()
    const address = await desk.page.getByTestId('pairing').innerText()

    const { page, close } = await openPage(browser, phone)
    page.setDefaultTimeout(patience.timeout)
    await page.goto(address.trim())
    const teaching = { page: await desk.page.context().newPage() }
    await teaching.page.goto(`${box.address}/stations/${id}/teach`)
    await teaching.page.getByText('Nog geen foto’s').waitFor()
    const camera = page.locator('input[type=file]')
    await camera.waitFor({ state: 'attached' })
    expect(page.url()).not.toContain('#')
    for (const [at, file] of asFiles(await biscuitPhotos(photos)).entries()) {
      if (at === 4) await page.context().setOffline(true)
      if (at === 7) {
        await page.getByText('wachten op verbinding').waitFor()
        await page.context().setOffline(false)
      }
      await camera.setInputFiles(file)
    }
    await page.getByText(`${photos} foto’s aangekomen`).waitFor(patience)
    const counted = await desk.page.evaluate<number>(
      `fetch('/api/v1/stations/${id}/photos').then((answer) => answer.json()).then(({ photos }) => photos.length)`,
    )
    expect(counted).toBe(photos)
    await expect(call(box.address, '/stations')).rejects.toThrow('NABIJ_SIGN_IN')
    // Who waits at the desk sees them come in.
    await teaching.page.getByText(`${photos} goede foto’s`).waitFor(patience)
    // Bad parts come from the phone too, under a name that a person can read.
    await page.getByText('Fout deel').click()
    await camera.setInputFiles(asFiles([await badBiscuit()]))
    await page.getByText('Bewaard als fout voorbeeld').waitFor(patience)
    await desk.page.goto(`${box.address}/stations/${id}/teach?step=photos&show=bad`)
    await desk.page.getByRole('button', { name: /Haal telefoon \d\d\.\d\d\.\d\d,\d\d\.jpg weg/ }).waitFor()
    await desk.page.goto(`${box.address}/people`)
    await desk.page.getByRole('button', { name: 'Ontkoppel' }).click()
    await desk.page.getByText('Nog niets gekoppeld.').waitFor()
    await page.reload()
    await page.getByLabel('Koppelcode').waitFor()
    await Promise.all([close(), desk.close()])
  })
})

async function makeOwner(page: Page): Promise<void> {
  page.setDefaultTimeout(patience.timeout)
  await page.getByText('Op deze computer zonder account').waitFor()
  await page.getByLabel('Naam').first().fill('Ans')
  await page.getByRole('textbox', { name: 'Wachtwoord' }).first().fill('vier blauwe fietsen')
  await page.getByRole('button', { name: 'Maak een eigenaar' }).click()
  await page.getByText('Ingelogd als Ans').waitFor()
}
