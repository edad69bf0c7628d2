import { simulatedPhotos } from '@nabij/adapters/camera'
import type { Station, Verdict } from '@nabij/base'
import type { Page } from 'playwright-core'
import { biscuitPhotos } from '../support/biscuits.ts'
import { createStation, postFrame, teachStation } from '../support/client.ts'

/** The sample has to be made and taught before its line runs, on a machine that may be busy. */
export const patience = { timeout: 300_000 }

/** A biscuit with a defect. */
export async function badBiscuit(seed = 3): Promise<Uint8Array> {
  const [bad] = await simulatedPhotos({
    program: new URL('../../apps/box/src/camera-main.ts', import.meta.url).pathname,
    source: { kind: 'simulator', scene: 'biscuits', seed, perSecond: 10, defectRate: 1 },
    count: 1,
  })
  if (!bad) throw new Error('the simulator made no picture')
  return bad.picture
}

/** Pictures as the page's file field takes them. */
export function asFiles(pictures: Uint8Array[]): { name: string; mimeType: string; buffer: Buffer }[] {
  return pictures.map((picture, index) => ({
    name: `biscuit-${index + 1}.jpg`,
    mimeType: 'image/jpeg',
    buffer: Buffer.from(picture),
  }))
}

/** A station that was taught, and has judged a good part and a bad one. */
export async function taughtStation(
  address: string,
  name: string,
  photos = 20,
): Promise<{ station: Station; good: Verdict; bad: Verdict }> {
  const station = await createStation(address, name)
  const pictures = await biscuitPhotos(photos + 1)
  await teachStation(address, station.id, pictures.slice(0, photos))
  const good = await postFrame(address, station.id, pictures[photos] as Uint8Array, 'biscuit-21.jpg')
  const bad = await postFrame(address, station.id, await badBiscuit(), 'biscuit-22.jpg')
  return { station, good, bad }
}

/** Waits until an expression is true in the page. The page's own policy forbids a script that evaluates it there. */
export async function until(page: Page, expression: string): Promise<void> {
  const deadline = Date.now() + patience.timeout
  while (!(await page.evaluate<boolean>(`Boolean(${expression})`))) {
    if (Date.now() > deadline) throw new Error(`never came true: ${expression}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Waits until nothing on the screen is still to come. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main h1, main h2')
  await until(page, `!document.querySelector('[aria-busy="true"], .mantine-Skeleton-root')`)
  await until(
    page,
    `[...document.images].every((image) => image.complete || (image.loading === 'lazy' && image.getBoundingClientRect().top > innerHeight))`,
  )
  await until(page, `[...document.querySelectorAll('[data-testid="heat"]')].every((map) => map.dataset.drawn)`)
  await page.evaluate(`document.fonts.ready.then(() => undefined)`)
}
