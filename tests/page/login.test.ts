import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import { createStation } from '../support/client.ts'
import './patient.ts'
import { patience } from './support.ts'

describe.skipIf(noBrowser)(`the door of a box with accounts${noBrowser ? ` (${noBrowser})` : ''}`, () => {
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

  it('shows nothing before a name and a password fit, and nothing more after logging out', async () => {
    await createStation(box.address, 'Geheime pers')
    const owner = { name: 'Ans', password: 'vier blauwe fietsen' }
    const made = await fetch(`${box.address}/api/v1/owner`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(owner),
    })
    expect(made.status).toBe(201)

    const { page, close } = await openPage(browser)
    page.setDefaultTimeout(patience.timeout)
    await page.goto(`${box.address}/`)
    const name = page.getByRole('textbox', { name: 'Naam' })
    const password = page.locator('input[type=password]')
    const go = page.getByRole('button', { name: 'Log in' })
    await name.fill(owner.name)
    await password.fill('vier rode fietsen')
    await go.click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByText('Geheime pers').count()).toBe(0)

    await password.fill(owner.password)
    await go.click()
    await page.getByText('Geheime pers').first().waitFor()
    await page.reload()
    await page.getByText('Geheime pers').first().waitFor()

    await page.goto(`${box.address}/people`)
    await page.getByRole('button', { name: 'Log uit' }).first().click()
    // The page is loaded anew: another address asked for in the middle of that would be called off.
    await page.waitForURL(`${box.address}/`)
    await name.waitFor()
    await page.goto(`${box.address}/`)
    await name.waitFor()
    expect(await page.getByText('Geheime pers').count()).toBe(0)
    await close()
  })
})
