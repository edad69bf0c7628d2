import { madeUpCompany } from '@nabij/simulators'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts'
import { call } from '../support/client.ts'
import './patient.ts'
import { patience, settled } from './support.ts'

const password = 'vier blauwe fietsen'

describe.skipIf(noBrowser)(`the register of a box with accounts${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const folder = temporaryRoot()
  let box: RunningBox
  let browser: Browser

  beforeAll(async () => {
    box = await startBox(folder.root)
    browser = await launchBrowser()
    for (const { name, text } of madeUpCompany({ year: 2025, seed: 1 }).files)
      await call(box.address, `/register/evidence?name=${encodeURIComponent(name)}`, { method: 'POST', body: text })
    await call(box.address, '/register/services', asJson({ name: 'Kassa van Jan' }))
    await call(box.address, '/owner', asJson({ name: 'Ans', password }))
  })

  afterAll(async () => {
    await browser?.close()
    await box?.stop()
    folder.remove()
  })

  it.each(['viewer', 'operator'])('is seen by a %s, who can change nothing', async (role) => {
    const name = `Eef ${role}`
    await asOwner('/accounts', { name, role, password })
    const { page, errors, close } = await openPage(browser)
    page.setDefaultTimeout(patience.timeout)
    await page.goto(`${box.address}/register`)
    await page.getByRole('textbox', { name: 'Naam' }).fill(name)
    await page.locator('input[type=password]').fill(password)
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.getByRole('heading', { level: 1, name: /per jaar aan software en cloud$/ }).waitFor()
    await page.getByText('Je kijkt mee.', { exact: false }).waitFor()
    // Asked before anybody was logged in.
    errors.length = 0

    // Numbers still open.
    await page.getByRole('button', { name: /per jaar aan software en cloud/ }).click()
    await page.getByRole('dialog').getByText('uit betalingen').first().waitFor()

    const before = await figures(page.context())
    for (const [path, what] of [
      ['/register/tick', /^Microsoft 365/],
      ['/register/services/microsoft-365', /^(Hoort hier niet bij|Bewaar)/],
      ['/register/services/microsoft-365/exit', /^Kies deze weg/],
    ] as const) {
      await page.goto(box.address + path)
      await settled(page)
      const buttons = page.getByRole('button', { name: what })
      expect(await buttons.count(), path).toBeGreaterThan(0)
      for (const button of await buttons.all()) expect(await button.isDisabled(), path).toBe(true)
    }
    await page.goto(`${box.address}/register/services/own:kassa-van-jan`)
    await settled(page)
    expect(await page.getByRole('button', { name: 'Gebruiken we niet' }).count()).toBe(0)
    await page.goto(`${box.address}/register/evidence`)
    await settled(page)
    expect(await page.locator('input[type=file]').count()).toBe(0)
    expect(await page.getByRole('button', { name: /^Haal weg/ }).count()).toBe(0)
    await page.goto(`${box.address}/register/path`)
    await settled(page)
    expect(await page.getByRole('button', { name: 'Bewaar het doel' }).isDisabled()).toBe(true)
    // What is only reckoned is anybody's.
    await page.goto(`${box.address}/register/scenarios`)
    await page.getByRole('heading', { level: 2, name: /per jaar erbij$/ }).waitFor()

    expect(await figures(page.context())).toEqual(before)
    expect(errors).toEqual([])
    await close()
  })

  async function figures(context: { request: { get(address: string): Promise<{ json(): Promise<unknown> }> } }) {
    return (await context.request.get(`${box.address}/api/v1/register`)).json()
  }

  /** Sends what only the owner may, as somebody who logs in for it. */
  async function asOwner(path: string, value: object): Promise<void> {
    const entered = await fetch(`${box.address}/api/v1/login`, asJson({ name: 'Ans', password }))
    const cookie = entered.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const me = await fetch(`${box.address}/api/v1/me`, { headers: { cookie } })
    const { csrf } = (await me.json()) as { csrf: string | null }
    const sent = asJson(value)
    const headers = { ...sent.headers, cookie, ...(csrf ? { 'x-nabij-csrf': csrf } : {}) }
    await call(box.address, path, { ...sent, headers })
  }
})

function asJson(value: object): { method: string; headers: Record<string, string>; body: string } {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}
