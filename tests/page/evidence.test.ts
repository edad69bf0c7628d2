import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NameServer, startNameServer } from '@nabij/adapters/egress/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import './patient.ts'
import { tooWide, violations } from './rules.ts'
import { patience } from './support.ts'

/** The columns of no bank: paid money has no minus. */
const table = [
  'When,Who,What,How much',
  ...['01', '02', '03'].map((month) => `${month}/13/2026,Slack Technologies Limited,Team plan,8.75`),
  '03/14/2026,J. Jansen,huur,900.00',
].join('\n')

const zone: Record<string, string[]> = {
  'NS acme.nl': ['ns0.transip.net'],
  'MX acme.nl': ['10 acme-nl.mail.protection.outlook.com'],
  'TXT acme.nl': ['v=spf1 include:spf.hoster.example.com -all'],
  'TXT spf.hoster.example.com': ['v=spf1 include:servers.mcsv.net -all'],
}

describe.skipIf(noBrowser)(`evidence that a person explains or fetches${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let folder: { root: string; remove(): void }
  let box: RunningBox
  let browser: Browser
  let page: Page
  let errors: string[]
  let close: () => Promise<void>
  let server: NameServer | null = null

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
    await server?.stop()
    server = null
    await close()
    await box.stop()
    folder.remove()
  })
  afterAll(() => browser?.close())

  const get = async <T>(path: string): Promise<T> => (await (await fetch(`${box.address}/api/v1${path}`)).json()) as T
  const services = async (): Promise<string[]> =>
    (await get<{ services: { id: string }[] }>('/register')).services.map(({ id }) => id)
  /** By the rules of WCAG AA, and on a phone without a page that is wider than the screen. */
  const readable = async (): Promise<void> => {
    expect(await violations(page)).toEqual([])
    expect(await tooWide(page)).toEqual([])
  }
  const drop = (name: string, text: string): Promise<void> =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

  it('points out the columns of an unknown bank, sees what is wrong, keeps it, and is remembered', async () => {
    await page.goto(`${box.address}/register/evidence`)
    await drop('kaart.csv', table)
    const seen = page.getByRole('region', { name: 'kaart.csv', exact: true })
    await seen.getByText('Dit is ons voorstel').waitFor()
    expect(await seen.getByLabel('Kolom Who').inputValue()).toBe('name')
    await seen.getByText('Alles telt nu als ontvangen').waitFor()
    await readable()
    // Wrong: told line by line, and it cannot be added.
    await seen.getByLabel('Kolom What').selectOption('amount')
    expect(await seen.getByLabel('Kolom How much').inputValue()).toBe('none')
    await seen.getByRole('button', { name: 'Lees het zo' }).click()
    await seen.getByText('4 regels kunnen zo niet worden gelezen').waitFor()
    await seen.getByText('Regel 2: geen bedrag').waitFor()
    await seen.getByText('Geen enkele regel kan zo worden gelezen').waitFor()
    expect(await seen.getByRole('button', { name: 'Voeg toe aan het register' }).count()).toBe(0)
    // Right.
    await seen.getByLabel('Kolom How much').selectOption('amount')
    await seen.getByLabel('Kolom What').selectOption('description')
    await seen.getByLabel('Betaald staat er zonder min').check()
    await seen.getByRole('button', { name: 'Lees het zo' }).click()
    await seen.getByText('3 sporen').waitFor()
    expect(await services()).toEqual([])
    await seen.getByRole('button', { name: 'Voeg toe aan het register' }).click()
    await page.getByText('kaart.csv: 3 sporen toegevoegd').waitFor()
    expect(await services()).toEqual(['slack'])
    await drop('april.csv', table.replaceAll('2026', '2025'))
    const again = page.getByRole('region', { name: 'april.csv', exact: true })
    await again.getByText('Gelezen zoals je het de vorige keer aanwees').waitFor()
    await again.getByText('3 sporen').waitFor()
    expect(errors).toEqual([])
  })

  it('shows every question before it is asked, asks them after a press, and undoes it', async () => {
    server = await startNameServer((type, name) => zone[`${type} ${name}`] ?? 'NXDOMAIN')
    await page.goto(`${box.address}/register/evidence`)
    const panel = page.getByRole('region', { name: 'Of zoek je domein op' })
    await panel.getByLabel('Naamserver').fill(server.address)
    await panel.getByLabel('Je domein (').fill('geen domein')
    await panel.getByRole('button', { name: 'Laat de vragen zien' }).click()
    await panel.getByRole('alert').getByText('is geen domeinnaam').waitFor()
    await panel.getByLabel('Je domein (').fill('info@acme.nl')
    await panel.getByRole('button', { name: 'Laat de vragen zien' }).click()
    const questions = panel.getByRole('list', { name: /vragen aan 127\.0\.0\.1/ })
    await questions.waitFor()
    const shown = (await questions.getByRole('listitem').allInnerTexts()).map((text) =>
      text.replace(/\s+/g, ' ').trim(),
    )
    expect(shown).toContain('MX acme.nl')
    expect(server.asked).toEqual([])
    await readable()
    await panel.getByRole('button', { name: 'Vraag het nu' }).click()
    await panel.getByText(/^Gevonden: .*Microsoft 365/).waitFor()
    const included = ['TXT servers.mcsv.net', 'TXT spf.hoster.example.com']
    expect([...new Set(server.asked)].sort()).toEqual([...shown, ...included].sort())
    expect(await services()).toContain('microsoft-365')
    const { entries } = await get<{ entries: { purpose: string }[] }>('/egress')
    expect(entries.map(({ purpose }) => purpose)).toContain('DNS: MX acme.nl')
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(services, patience).toEqual([])
    expect(errors.filter((text) => !text.includes('400'))).toEqual([])
  })

  it('takes decisions out as a file and in from one, with what differs shown first', async () => {
    const rule = { words: 'zoom', productId: 'zoom', name: null, createdAt: 1 }
    const book = { format: 'nabij-rules', version: 1, rules: [rule], apart: [], names: ['Kassa van Jan'] }
    const file = (name: string, content: unknown): string => {
      const path = join(folder.root, name)
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
      return path
    }
    await page.goto(`${box.address}/register/questions`)
    const panel = page.getByRole('region', { name: 'Meenemen wat je besliste' })
    const bring = async (path: string): Promise<void> => panel.locator('input[type=file]').setInputFiles(path)
    await panel.waitFor()
    await bring(file('vreemd.json', '{'))
    await panel.getByText('vreemd.json is geen bestand met beslissingen').waitFor()
    await bring(file('regels.json', book))
    await panel.getByText('regels.json: 2 erbij, 0 stonden er al').waitFor()
    expect(await services()).toEqual([])
    await panel.getByRole('button', { name: 'Neem over', exact: true }).click()
    await page.getByText('Overgenomen uit regels.json').waitFor()
    expect(await services()).toEqual(['own:kassa-van-jan'])
    await bring(file('regels.json', book))
    await panel.getByText('Alles uit regels.json stond er al').waitFor()
    await bring(file('anders.json', { ...book, rules: [{ ...rule, productId: null, createdAt: 2 }] }))
    await panel.getByText('zoom: hier zoom, in het bestand geen software of cloud').waitFor()
    await readable()
    await panel.getByRole('button', { name: 'Neem over, het bestand geldt' }).click()
    await page.getByText('Overgenomen uit anders.json').waitFor()
    const coming = page.waitForEvent('download')
    await panel.getByRole('link', { name: 'Bewaar als bestand' }).click()
    expect((await coming).suggestedFilename()).toBe('nabij-rules.json')
    const { rules } = await get<{ rules: { productId: string | null }[] }>('/register/rule-book')
    expect(rules.map(({ productId }) => productId)).toEqual([null])
    expect(errors).toEqual([])
  })
})
