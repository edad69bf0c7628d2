import type { DropInRoute } from '@nabij/base'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import { call } from '../support/client.ts'
import { until } from '../support/until.ts'
import './patient.ts'
import { tooWide, violations } from './rules.ts'
import { patience, settled, taughtStation } from './support.ts'

describe.skipIf(noBrowser)(`an old program that asks here${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const folder = temporaryRoot()
  let box: RunningBox
  let browser: Browser
  let page: Page
  let errors: string[]
  const routes = async (): Promise<DropInRoute[]> =>
    (await call<{ routes: DropInRoute[] }>(box.address, '/drop-in/routes')).routes
  const given = (label: string): Promise<string> =>
    page.getByTestId('made').getByText(label, { exact: true }).locator('..').locator('pre').innerText()
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
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    page.setDefaultTimeout(patience.timeout)
  })

  afterAll(async () => {
    await browser?.close()
    await box?.stop()
    folder.remove()
  })

  it('begins with a station, and with the one step to get it', async () => {
    await page.goto(`${box.address}/moves`)
    await settled(page)
    await rules()
    await page.getByRole('link', { name: 'Sluit een programma aan' }).click()
    await page.getByRole('link', { name: 'Maak een station' }).waitFor()
    await rules()
    expect(errors).toEqual([])
  })

  it('gives an address and a key once; the program is answered, counted and refused', async () => {
    const { station } = await taughtStation(box.address, 'Koekjes', 6)
    await page.goto(`${box.address}/moves/drop-in`)
    await settled(page)
    await page.getByText('gestopt op 31 okt 2025').waitFor()
    await rules()
    // With the keyboard: the tiles are one choice.
    await page.getByRole('radio', { name: /^Amazon Lookout/ }).focus()
    await page.keyboard.press('ArrowRight')
    expect(new URL(page.url()).search).toBe('?dialect=custom-vision')
    await page.getByLabel('Hoe heet goed in je programma?').waitFor()
    await page.getByRole('radio', { name: /^Open Inference/ }).check({ force: true })
    await page.getByLabel('Hoe heet het model in je programma?').fill('koekjes')
    await page.keyboard.press('Enter')
    await page.getByTestId('made').waitFor()
    await rules()
    const key = await given('Sleutel (geheim)')
    const address = await given('Adres')
    expect(address).toBe(`${box.address}/drop-in/kserve`)
    expect(await given('Alles in één keer, als omgevingsvariabelen')).toBe(`KSERVE_URL=${address}\nKSERVE_TOKEN=${key}`)
    await page.getByText('Een voorbeeld van tien regels').click()
    expect(await given('kserve.mjs')).toContain('/v2/models/${model}/infer')
    const [picture] = await biscuitPhotos(1, 30)
    const ask = (token: string, bytes: Uint8Array): Promise<Response> =>
      fetch(`${address}/v2/models/koekjes/infer`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          inputs: [{ name: 'picture', datatype: 'BYTES', shape: [1], data: [Buffer.from(bytes).toString('base64')] }],
        }),
      })
    expect((await ask(key, picture as Uint8Array)).status).toBe(200)
    expect((await ask(key, Buffer.from('no picture'))).status).toBe(400)
    await page.getByTestId('made').getByText('1 beantwoord · 1 geweigerd').waitFor()

    await page.getByRole('button', { name: 'Ik heb de sleutel' }).click()
    const item = page.getByRole('listitem').filter({ hasText: 'koekjes' })
    await item.getByText('1 beantwoord · 1 geweigerd').waitFor()
    // The secret is not shown again.
    await item.getByRole('button', { name: 'Adres en voorbeeld' }).click()
    await item.getByText('KSERVE_TOKEN=(alleen bij het maken getoond)').waitFor()
    expect(await page.content()).not.toContain(key)
    expect(await item.getByRole('link', { name: 'Koekjes' }).getAttribute('href')).toBe(`/stations/${station.id}`)
    await rules()

    await item.getByRole('button', { name: 'Nieuwe sleutel' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Nieuwe sleutel' }).click()
    await page.getByText('De oude sleutel telt niet meer. Dit is de nieuwe').waitFor()
    const fresh = await given('Sleutel (geheim)')
    expect((await ask(key, picture as Uint8Array)).status).toBe(401)
    expect((await ask(fresh, picture as Uint8Array)).status).toBe(200)
    await page.getByRole('button', { name: 'Ik heb de sleutel' }).click()
    expect(errors).toEqual([])
  })

  it('changes the limit, and takes that back', async () => {
    const item = page.getByRole('listitem').filter({ hasText: 'koekjes' })
    await item.getByRole('button', { name: 'Wijzig' }).click()
    await item.getByLabel('Hoogstens zoveel vragen per seconde').fill('2,5')
    await item.getByRole('button', { name: 'Bewaar' }).click()
    await item.getByText('hoogstens 2,5 per seconde').waitFor()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await item.getByText('hoogstens 50 per seconde').waitFor()
    expect(errors).toEqual([])
  })

  it('says that a name is taken, in words', async () => {
    await page.getByLabel('Hoe heet het model in je programma?').fill('koekjes')
    await page.getByRole('button', { name: 'Sluit aan', exact: true }).click()
    await page.getByRole('alert').getByText('Model koekjes is al aangesloten').waitFor()
    expect(await violations(page)).toEqual([])
    // The browser counts a refusal as an error of its own.
    errors.length = 0
  })

  it('takes a connection away only once that can no longer be undone', async () => {
    const item = page.getByRole('listitem').filter({ hasText: 'koekjes' })
    await item.getByRole('button', { name: 'Verwijder' }).click()
    await item.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await item.waitFor()
    expect(await routes()).toHaveLength(1)
    await item.getByRole('button', { name: 'Verwijder' }).click()
    await item.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Sluiten' }).last().click()
    await until(
      async () => ((await routes()).length === 0 ? true : null),
      () => 'the connection is still there',
    )
    await page.getByText('Er is nog geen programma aangesloten.').waitFor()
    expect(errors).toEqual([])
  })

  it('is not for the sample company', async () => {
    await call(box.address, '/sample', { method: 'POST' })
    await page.goto(`${box.address}/sample/moves/drop-in`)
    await page.getByRole('link', { name: 'Naar je eigen bedrijf' }).waitFor()
    await rules()
    expect(errors).toEqual([])
  })
})
