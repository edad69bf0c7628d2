import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { madeUpCompany } from '@nabij/simulators'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import { call } from '../support/client.ts'
import './patient.ts'
import { patience, settled } from './support.ts'

describe.skipIf(noBrowser)(`work in the register${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let folder: { root: string; remove(): void }
  let box: RunningBox
  let browser: Browser
  let page: Page
  let errors: string[]
  let close: () => Promise<void>

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
    await close()
    await box.stop()
    folder.remove()
  })

  afterAll(() => browser?.close())

  async function withCompany(): Promise<void> {
    for (const { name, text } of madeUpCompany({ year: 2025, seed: 1 }).files)
      await call(box.address, `/register/evidence?name=${encodeURIComponent(name)}`, { method: 'POST', body: text })
  }

  it('stops reading a large file at once when asked, and keeps nothing of it', async () => {
    const near = mkdtempSync(join(tmpdir(), 'nabij-large-'))
    try {
      const large = join(near, 'large.csv')
      await writeStatement(large, 1_500_000)
      await page.goto(`${box.address}/register/evidence`)
      await page.locator('input[type=file]').setInputFiles(large)
      const drop = page.getByRole('region', { name: 'large.csv' })
      await drop.getByText(/^large.csv bekijken/).waitFor()
      await drop.getByRole('button', { name: 'Stop' }).click()
      await drop.waitFor({ state: 'detached' })
      // The reader is free again: a small file is read straight away.
      const small = Buffer.from(statementOf(3))
      await page.locator('input[type=file]').setInputFiles({ name: 'small.csv', mimeType: 'text/csv', buffer: small })
      await page.getByRole('region', { name: 'small.csv' }).getByText('3 sporen', { exact: false }).first().waitFor()
      expect(await call(box.address, '/register/evidence')).toMatchObject({ evidence: [] })
      expect(await call(box.address, '/register')).toMatchObject({ services: [], summary: { coverage: null } })
      expect(errors).toEqual([])
    } finally {
      rmSync(near, { recursive: true, force: true })
    }
  })

  it('finds, filters and puts together, all in the address', async () => {
    await withCompany()
    await call(box.address, '/register/services/aws', asJson({ process: 'Webwinkel', crucial: true }))
    await page.goto(`${box.address}/register/list`)
    const names = (): Promise<string[]> => page.locator('[data-kind="service"] a').allInnerTexts()
    const { services } = await call<{ services: unknown[] }>(box.address, '/register')
    await page.getByText(`${services.length} diensten`, { exact: true }).waitFor()
    await page.getByLabel('Laat zien').selectOption('crucial')
    await page.getByText('1 dienst', { exact: true }).waitFor()
    expect(await names()).toEqual(['Amazon Web Services'])
    await page.getByLabel('Laat zien').selectOption('europe')
    await page.getByText('2 diensten', { exact: true }).waitFor()
    expect(await names()).toEqual(['AFAS Profit', 'Mollie'])
    await page.getByLabel('Laat zien').selectOption('all')
    await page.getByLabel('Bij elkaar zetten').selectOption('parent')
    await page.locator('[data-kind="group"]').getByText('Microsoft Corporation').waitFor()
    await page.getByLabel('Bij elkaar zetten').selectOption('law')
    await page.locator('[data-kind="group"]').first().waitFor()
    await page.getByLabel('Bij elkaar zetten').selectOption('process')
    expect(await page.locator('[data-kind="group"]').first().innerText()).toMatch(/^Webwinkel/)
    expect(new URL(page.url()).search).toBe('?group=process')
    await page.goBack()
    await page.goForward()
    await page.locator('[data-kind="group"]').getByText('Webwinkel').waitFor()
    expect(errors).toEqual([])
  })

  it('says that nothing changes when nothing changes, and never that an unknown price is nothing', async () => {
    await withCompany()
    await page.goto(`${box.address}/register/scenarios`)
    const paid = Object.values(madeUpCompany({ year: 2025, seed: 1 }).paid).reduce((sum, amount) => sum + amount, 0)
    const tenth = Math.round(paid / 1000).toLocaleString('nl-NL')
    await page.getByRole('heading', { level: 2, name: `€ ${tenth} per jaar erbij` }).waitFor()
    const share = page.getByLabel('Met hoeveel procent')
    await share.fill('0')
    await page.getByText('Dit raakt niets wat we zeker weten.').waitFor()
    await page.getByLabel('Wat gebeurt er?').selectOption('levy')
    await page.getByText('Dit raakt niets wat we zeker weten.').waitFor()
    await page.getByLabel('Wat gebeurt er?').selectOption('vendor-stops')
    await page.getByLabel('Leverancier').selectOption('microsoft')
    await page.getByRole('heading', { level: 2, name: 'Wat het extra kost, is onbekend' }).waitFor()
    expect(errors).toEqual([])
  })

  it('takes back what was said of a service and of the goal', async () => {
    await withCompany()
    await page.goto(`${box.address}/register/services/microsoft-365`)
    await page.getByLabel('Waarvoor (kassa, inkoop, loon …)').fill('Kantoor')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByText('Bewaard bij Microsoft 365').waitFor()
    const process = async (): Promise<string | null> =>
      (await call<{ notes: { process: string | null } }>(box.address, '/register/services/microsoft-365')).notes.process
    expect(await process()).toBe('Kantoor')
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(process, patience).toBeNull()

    await page.goto(`${box.address}/register/path`)
    await settled(page)
    await page.getByLabel('In welk jaar').fill('2031')
    await page.getByRole('button', { name: 'Bewaar het doel' }).click()
    await page.getByText('Het doel is bewaard').waitFor()
    const goal = async (): Promise<unknown> => (await call<{ goal: unknown }>(box.address, '/register/settings')).goal
    expect(await goal()).toMatchObject({ year: 2031 })
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(goal, patience).toBeNull()
    expect(errors).toEqual([])
  })

  it('opens each number down to the line of the statement and the source of the fact', async () => {
    await withCompany()
    await page.goto(`${box.address}/register`)
    await page.getByRole('button', { name: /per jaar aan software en cloud/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('uit betalingen').first().waitFor()
    await dialog.getByRole('link', { name: 'Microsoft 365' }).click()
    await page.getByRole('heading', { level: 1, name: 'Microsoft 365' }).waitFor()
    await page
      .getByText(/\(boeking \d+/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'bank-2025.xml' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'bank-2025.xml' }).waitFor()

    await page.goto(`${box.address}/register`)
    await page.getByRole('button', { name: /^dekking/ }).click()
    await page.getByRole('dialog').getByText('nagelezen', { exact: true }).first().waitFor()
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /^Bron: / })
      .first()
      .waitFor()
    expect(errors).toEqual([])
  })
})

function asJson(value: object): { method: string; headers: Record<string, string>; body: string } {
  return { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}

const head =
  '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"\n'

function row(index: number): string {
  const day = `2026${String((index % 11) + 1).padStart(2, '0')}${String((index % 27) + 1).padStart(2, '0')}`
  return `"${day}","MICROSOFT IRELAND OPERATIONS","NL91ABNA0417164300","","IC","Af","210,00","Incasso","Microsoft 365 nummer ${index}"\n`
}

function statementOf(rows: number): string {
  return head + Array.from({ length: rows }, (_, index) => row(index)).join('')
}

/** Some two hundred megabytes: nobody reads that before a person has pressed a button. */
async function writeStatement(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path)
  file.write(head)
  for (let first = 0; first < rows; first += 10_000) {
    const some = Array.from({ length: 10_000 }, (_, index) => row(first + index)).join('')
    if (!file.write(some)) await new Promise<void>((resolve) => file.once('drain', () => resolve()))
  }
  file.end()
  await finished(file)
}
