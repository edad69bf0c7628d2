import { madeUpCompany } from '@nabij/simulators'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import { call } from '../support/client.ts'
import './patient.ts'
import { tooWide, violations } from './rules.ts'
import { patience, settled } from './support.ts'

describe.skipIf(noBrowser)(`the register, by the rules of WCAG AA${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const folder = temporaryRoot()
  let box: RunningBox
  let browser: Browser
  let page: Page
  let errors: string[]
  let evidence: string

  beforeAll(async () => {
    box = await startBox(folder.root)
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    page.setDefaultTimeout(patience.timeout)
    evidence = await withRegister(box.address)
    await call(box.address, '/sample', { method: 'POST' })
  })

  afterAll(async () => {
    await browser?.close()
    await box?.stop()
    folder.remove()
  })

  it.each([
    ['where it stands', () => '/register'],
    ['tick', () => '/register/tick'],
    ['costs', () => '/register/tick?step=cost'],
    ['services', () => '/register/list'],
    ['services by law', () => '/register/list?group=law'],
    ['service', () => '/register/services/microsoft-365'],
    ['a name of one’s own', () => '/register/services/own:kassa-van-jan'],
    ['exit plan', () => '/register/services/microsoft-365/exit'],
    ['exit plan of a building block', () => '/register/services/react/exit'],
    ['vendor', () => '/register/vendors/microsoft'],
    ['who is behind whom', () => '/register/map'],
    ['scenarios', () => '/register/scenarios'],
    ['path', () => '/register/path'],
    ['evidence', () => '/register/evidence'],
    ['one piece of evidence', () => `/register/evidence/${evidence}`],
    ['questions', () => '/register/questions'],
    ['knowledge', () => '/register/knowledge'],
    ['purchase check', () => '/register/check?q=Zoom'],
    ['purchase check of nobody', () => '/register/check?q=Kwibus%209000'],
    ['letters', () => '/register/letters'],
    ['answers', () => '/register/answers'],
    ['the sample', () => '/sample/register'],
  ])('%s, in light and dark, on a phone, without an error in the console', async (_name, path) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(box.address + path())
    await settled(page)
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

  it('what opens behind a number, and a file that was looked at', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(`${box.address}/register`)
    await settled(page)
    await page.getByRole('button', { name: /^dekking/ }).click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    await page.goto(`${box.address}/register/evidence`)
    await page.locator('input[type=file]').setInputFiles({
      name: 'bank.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(doubtful),
    })
    await page.getByRole('region', { name: 'bank.csv' }).getByText('Dit gooi ik weg').waitFor(patience)
    expect(await violations(page)).toEqual([])
    expect(await tooWide(page)).toEqual([])
    // What cannot be read says so, and where.
    await page.locator('input[type=file]').setInputFiles({
      name: 'photo.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(Uint8Array.from({ length: 4000 }, (_, index) => (index * 37) % 256)),
    })
    await page.getByRole('region', { name: 'photo.csv' }).getByRole('alert').waitFor(patience)
    expect(await violations(page)).toEqual([])
  })

  it('an empty register', async () => {
    await page.route('**/api/v1/register', async (route) => {
      const answer = (await (await route.fetch()).json()) as { summary: object }
      const summary = {
        services: 0,
        costPerYear: 0,
        costUnknown: 0,
        outside: 0,
        outsideCost: 0,
        europe: 0,
        europeCost: 0,
      }
      const rest = { unknownOwner: 0, unknownCost: 0, crucial: 0, crucialOutside: 0, coverage: null }
      await route.fulfill({
        json: { ...answer, services: [], questions: 0, summary: { ...answer.summary, ...summary, ...rest } },
      })
    })
    for (const part of ['', '/list', '/map', '/scenarios', '/path', '/letters', '/answers']) {
      await page.goto(`${box.address}/register${part}`)
      await settled(page)
      expect(await violations(page), part).toEqual([])
    }
    await page.unroute('**/api/v1/register')
    // A service that is not there is answered with 404, which the browser counts as an error.
    errors.length = 0
  })
})

/** Isah is a maker of ERP, and a name that others bear too. */
const doubtful = [
  '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"',
  ...Array.from(
    { length: 9 },
    (_, month) => `"20260${month + 1}05","Isah BV","NL91ABNA0417164300","","IC","Af","217,50","Incasso","factuur"`,
  ),
].join('\n')

/** Gives the register a made-up company's year, a name that nobody knows, a doubt, a letter; returns a piece of evidence. */
async function withRegister(address: string): Promise<string> {
  const send = <T>(path: string, value: object, method = 'POST'): Promise<T> =>
    call<T>(address, path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })
  const { name, files } = madeUpCompany({ year: 2025, seed: 1 })
  await send('/register/settings', { company: name, goal: { text: 'Niets', year: 2031 } }, 'PATCH')
  for (const file of [...files, { name: 'more.csv', text: doubtful }])
    await call(address, `/register/evidence?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file.text })
  await send('/register/services', { name: 'Kassa van Jan' })
  await send(
    '/register/services/microsoft-365',
    { crucial: true, process: 'Kantoor', contractEnd: '2027-03-01' },
    'PATCH',
  )
  await send('/register/letters', { serviceId: 'microsoft-365', lang: 'nl' })
  await send('/register/decisions', { asked: 'Zoom', decision: 'not', reason: 'Jitsi kan het ook' })
  const { evidence } = await call<{ evidence: { id: string; path: string }[] }>(address, '/register/evidence')
  return evidence.find(({ path }) => path.startsWith('bank'))?.id ?? ''
}
