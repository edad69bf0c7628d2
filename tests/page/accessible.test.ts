import { AxeBuilder } from '@axe-core/playwright'
import type { Station } from '@nabij/base'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import { call } from '../support/client.ts'
import { patience, settled, taughtStation } from './support.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe.skipIf(noBrowser)(`every screen, by the rules of WCAG AA${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const folder = temporaryRoot()
  let box: RunningBox
  let browser: Browser
  let page: Page
  let station: string
  let verdict: string
  let sample: string

  beforeAll(async () => {
    box = await startBox(folder.root)
    browser = await launchBrowser()
    ;({ page } = await openPage(browser))
    page.setDefaultTimeout(30_000)
    const taught = await taughtStation(box.address, 'Biscuits', 6)
    station = taught.station.id
    verdict = taught.bad.id
    await call(box.address, '/sample', { method: 'POST' })
    await page.goto(`${box.address}/sample/`)
    await page.getByRole('article').first().waitFor(patience)
    const [line] = (await call<{ stations: Station[] }>(`${box.address}/sample`, '/stations')).stations
    sample = line?.id ?? ''
  }, 180_000)

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
    ['engineering', () => `/stations/${station}/engineering`],
    ['setup', () => `/stations/${station}/setup`],
    ['shift', () => `/stations/${station}/shift`],
    ['card', () => `/stations/${station}/card`],
    ['teach: bad photos', () => `/stations/${station}/teach?show=bad`],
    ['verdict', () => `/stations/${station}/verdicts/${verdict}`],
    ['teach: photos', () => `/stations/${station}/teach`],
    ['teach: check', () => `/stations/${station}/teach?step=check`],
    ['teach: try', () => `/stations/${station}/teach?step=try`],
    ['data', () => '/data'],
    ['nothing', () => '/nothing'],
    ['sample', () => '/sample/'],
    ['sample station', () => `/sample/stations/${sample}`],
    ['teaching in the sample', () => `/sample/stations/${sample}/teach`],
  ])('%s, in light and dark', { timeout: 120_000 }, async (_name, path) => {
    await page.goto(box.address + path())
    await page.locator('main h1').waitFor(patience)
    if (path() !== '/start') await settled(page)
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
      found.push(...(await violations(page)).map((violation) => `${colorScheme}: ${violation}`))
    }
    expect(found).toEqual([])
  })

  it('the list of keys, and what asks once more', { timeout: 120_000 }, async () => {
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
})

/** What axe finds, short enough to read in a failure. */
async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(rules).analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  )
}
