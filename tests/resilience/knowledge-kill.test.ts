import { readFileSync } from 'node:fs'
import { KnowledgePack, type KnowledgeState } from '@nabij/base'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'

const kills = Number(process.env['NABIJ_KILLS'] ?? (process.env['NABIJ_SLOW'] ? 40 : 4))
const shipped = KnowledgePack.parse(
  JSON.parse(readFileSync(new URL('../../packages/knowledge/pack.json', import.meta.url), 'utf8')),
)

let folder: { root: string; remove(): void }
let box: RunningBox
beforeEach(async () => {
  folder = temporaryRoot()
  box = await startBox(folder.root)
})
afterEach(async () => {
  await box.stop()
  folder.remove()
})

it(
  `${kills} kills while knowledge is updated and facts are stated: always one pack or the other, nothing lost`,
  async () => {
    let present = shipped.version
    let stated = 0
    let installed = 0
    for (let round = 0; round < kills; round++) {
      const next = `2030.1.${round + 1}`
      const body = JSON.stringify({ ...shipped, version: next })
      const asked = fetch(`${box.address}/api/v1/knowledge/update`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body,
      }).then(
        (answer) => answer.ok,
        () => false,
      )
      const said = state(`word ${round}`)
      // Killed ever later: while it comes in, is checked, is stored; the last is let to its end.
      const isLast = round === kills - 1
      await Promise.race([asked, isLast ? asked : pause((round * 6000) / kills)])
      await box.kill()
      const [wasAnswered, wasStated] = await Promise.all([asked, said])
      box = await startBox(folder.root)
      const now = await knowledge()
      // What was answered is there; what was not is there whole, or not at all.
      if (wasAnswered) expect(now.now.version).toBe(next)
      else expect([present, next]).toContain(now.now.version)
      if (now.now.version === next) installed += 1
      present = now.now.version
      const facts = await get<{ vendors: { own: { facts: { value: string }[] } }[] }>('/knowledge/facts')
      const value = facts.vendors[0]?.own.facts[0]?.value
      if (wasStated) expect(value).toBe(`word ${round}`)
      stated += Number(wasStated)
      expect((await get<{ country: { value: string } }>('/knowledge/vendors/mollie')).country.value).toBe('NL')
    }
    expect(present).toBe(`2030.1.${kills}`)
    console.log(`${kills} kills, ${installed} packs in use, ${stated} statements: none half, none lost`)
  },
  kills * 60_000,
)

async function state(value: string): Promise<boolean> {
  const said = { field: 'owner', value, source: 'test', day: '2026-11-25' }
  return fetch(`${box.address}/api/v1/knowledge/vendors/mollie/facts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(said),
  }).then(
    (answer) => answer.ok,
    () => false,
  )
}

function knowledge(): Promise<KnowledgeState> {
  return get('/knowledge')
}

async function get<T>(path: string): Promise<T> {
  const answer = await fetch(`${box.address}/api/v1${path}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as T
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
