import type { Correction, Recipe, Verdict } from '@nabij/base'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { biscuitPhotos, biscuits } from '../support/biscuits.ts'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { bodyOf, call, createStation, finished, postFrame, teachStation } from '../support/client.ts'

const { root, remove } = temporaryRoot()
let box: RunningBox

beforeAll(async () => {
  box = await startBox(root)
}, 60_000)
afterAll(async () => {
  await box.stop()
  remove()
})

it('a station that is taught again knows what people said, and the kinds; a word is undone on the new version', {
  timeout: 300_000,
}, async () => {
  const { address } = box
  const [looksGood, ...good] = await biscuitPhotos(7)
  const bad = await biscuits(14, 5, 1)
  const { id } = await createStation(address, 'Oven 3')
  await teachStation(address, id, good.slice(0, 4))
  const say = async (verdict: Verdict, label: 'good' | 'bad') =>
    call<Correction>(address, `/verdicts/${verdict.id}/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ label }),
    })
  const judged = (picture: Uint8Array | undefined, key: string) =>
    postFrame(address, id, picture ?? new Uint8Array(), key)
  const spoiled = await say(await judged(looksGood, 'a'), 'bad')
  const allowed = await say(await judged(bad[0]?.picture, 'b'), 'good')
  for (const one of [spoiled, allowed])
    if (one.state === 'asks') await call(address, `/corrections/${one.id}/apply`, { method: 'POST' })
  for (const [n, { picture }] of bad.slice(1).entries())
    await call(address, `/stations/${id}/photos?label=bad&kind=${n % 2 ? 'crack' : 'burnt'}&name=${n}.jpg`, {
      method: 'POST',
      body: bodyOf(picture),
    })
  const job = await teachStation(address, id, good.slice(4))
  expect(await finished(address, job.id)).toMatchObject({ state: 'done', problem: null })

  const { recipes } = await call<{ recipes: Recipe[] }>(address, `/stations/${id}/recipes`)
  const active = recipes.find((recipe) => recipe.active)
  const base = recipes.find((recipe) => recipe.id === active?.baseId)
  expect(active).toMatchObject({ id: job.recipeId, made: 'corrected', version: (base?.version ?? 0) + 1 })
  expect(base).toMatchObject({ made: 'taught', facts: { photos: 7 } })
  expect(active?.facts.corrections.bad).toBe(1)
  expect(active?.facts.kinds.map(({ name }) => name)).toEqual(['burnt', 'crack'])
  expect((await judged(looksGood, 'c')).verdict).toBe('fail')
  expect((await judged(bad[0]?.picture, 'd')).verdict).toBe('pass')

  await call(address, `/corrections/${spoiled.id}/undo`, { method: 'POST' })
  const after = await call<{ recipes: Recipe[] }>(address, `/stations/${id}/recipes`)
  expect(after.recipes.find((recipe) => recipe.active)).toMatchObject({ baseId: base?.id, made: 'corrected' })
  expect((await judged(looksGood, 'e')).verdict).not.toBe('fail')
})
