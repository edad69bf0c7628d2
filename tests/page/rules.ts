import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { desktop, phone } from '../support/browser.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** On a phone: what sticks out of the screen to the right, unless it lies in something that scrolls by itself. */
export async function tooWide(page: Page): Promise<string[]> {
  await page.setViewportSize(phone.viewport ?? { width: 390, height: 844 })
  const found = await page.evaluate<string[]>(`(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    const wide = [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    return wide.slice(-3).map((element) => element.outerHTML.slice(0, 160))
  })()`)
  await page.setViewportSize(desktop.viewport ?? { width: 1440, height: 900 })
  return found
}

/** What axe finds, short enough to read in a failure. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(rules).analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  )
}
