import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import { call } from '../support/client.ts'
import { until } from '../support/until.ts'
import './patient.ts'
import { patience, settled } from './support.ts'

interface Known {
  services: { id: string }[]
  summary: { costPerYear: number; coverage: number | null }
}

describe.skipIf(noBrowser)(`the register of the sample${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const folder = temporaryRoot()
  let box: RunningBox
  let browser: Browser
  let page: Page
  let errors: string[]
  const sample = (): string => `${box.address}/sample`

  beforeAll(async () => {
    box = await startBox(folder.root)
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    page.setDefaultTimeout(patience.timeout)
    await call(box.address, '/sample', { method: 'POST' })
    // Its papers are read after it has opened; nabij itself comes last.
    await until(
      async () =>
        (await call<Known>(sample(), '/register')).services.some(({ id }) => id === 'onnxruntime') ? true : null,
      () => 'the sample never read what nabij is made of',
    )
  })

  afterAll(async () => {
    await browser?.close()
    await box?.stop()
    folder.remove()
  })

  it.each([
    ['onnxruntime', 'ONNX Runtime', 'Microsoft Corporation'],
    ['react', 'React', 'Meta Platforms, Inc.'],
  ])('has %s, in which nabij scans itself, with its owner and an exit plan', async (id, name, owner) => {
    await page.goto(`${sample()}/register/services/${id}`)
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await settled(page)
    await page.getByText('buiten Europa').first().waitFor()
    await page.getByText(`Uiteindelijk van ${owner}`).waitFor()
    await page.getByText('Verenigde Staten, beursgenoteerd', { exact: false }).waitFor()
    await page.getByRole('link', { name: 'sbom.cdx.json' }).first().waitFor()
    await page.getByRole('link', { name: 'Maak een vertrekplan' }).click()
    await page.getByRole('heading', { level: 1, name: `Vertrekplan: ${name}` }).waitFor()
    await settled(page)
    const plan = await page.locator('main').innerText()
    // Software that is copied along is not a subscription: nobody gives notice to it.
    expect(plan).not.toMatch(/Data Act|opzeg|Zeg op/i)
    expect(plan).toMatch(/versie/)
    expect(errors).toEqual([])
  })

  it('says so on each screen, and takes no evidence', async () => {
    await page.goto(`${sample()}/register`)
    await page.getByRole('heading', { level: 1, name: /per jaar aan software en cloud$/ }).waitFor()
    await page.getByText('Voorbeeld', { exact: true }).first().waitFor()
    expect(await page.getByRole('region', { name: 'Wat nu?' }).getByRole('listitem').count()).toBe(3)
    await page.goto(`${sample()}/register/evidence`)
    await settled(page)
    expect(await page.locator('input[type=file]').count()).toBe(0)
    expect(errors).toEqual([])
  })
})
