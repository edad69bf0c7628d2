import { existsSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Retained, retention, usualLimits } from './index.ts'
import { addPhotoAndRecipe, type OpenFolder, openFolder, temporary } from './testing/filled-folder.ts'

let place: ReturnType<typeof temporary>
let open: OpenFolder
let disk: { state: 'ok' | 'low' | 'full'; freeBytes: number; refreshes: number }

beforeEach(async () => {
  place = temporary()
  open = await openFolder(place.root)
  // Files carry the time of the real clock: orphans are only those that are old by both.
  disk = { state: 'ok', freeBytes: 1, refreshes: 0 }
})
afterEach(async () => {
  await open.close()
  place.remove()
})

/** A round some days later, when no file is new any more. */
function round(limits: Partial<typeof usualLimits> = {}, laterDays = 1): Promise<Retained> {
  open.days.now += laterDays
  return retention({
    folder: open.folder,
    keeping: open.stores.keeping,
    files: open.blobs,
    disk: {
      state: () => disk,
      refresh: async () => {
        disk.refreshes += 1
      },
    },
    clock: () => open.days.now * 86_400_000,
    limits: { ...usualLimits, ...limits },
  }).round()
}

async function keptOf(ids: Record<string, string>): Promise<string[]> {
  const rows = await Promise.all(
    Object.entries(ids).map(async ([name, id]) => ({ name, row: await open.stores.verdicts.get(id) })),
  )
  return rows.filter(({ row }) => row?.frameKept).map(({ name }) => name)
}

/** One verdict of each rank, and then again; the first ones are older. */
async function oneOfEach(): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const age of ['old', 'new']) {
    ids[`worst ${age}`] = await open.addVerdict({ verdict: 'fail', score: 0.95 })
    ids[`unsure ${age}`] = await open.addVerdict({ verdict: 'unsure', score: null })
    ids[`fail ${age}`] = await open.addVerdict({ verdict: 'fail', score: 0.6 })
    ids[`near ${age}`] = await open.addVerdict({ score: 0.49 })
    ids[`example ${age}`] = await open.addVerdict({
      id: `01a211cd-59ad-7390-974a-${age === 'old' ? '0' : '1'}0000000000a`,
    })
    ids[`pass ${age}`] = await open.addVerdict({
      id: `01a211cd-59ad-7390-974a-${age === 'old' ? '0' : '1'}00000000001`,
    })
    open.days.now += 1
  }
  return ids
}

it('keeps everything while there is room and it is young', async () => {
  const ids = await oneOfEach()
  expect(await round()).toMatchObject({ pictures: 0, orphans: 0, rows: 0 })
  expect(await keptOf(ids)).toHaveLength(12)
})

it('thins by age: passes first, the worst last, and the verdicts outlive their pictures', async () => {
  const ids = await oneOfEach()
  const kinds = async () => [...new Set((await keptOf(ids)).map((name) => name.split(' ')[0]))].sort()
  await round({}, 40)
  expect(await kinds()).toEqual(['example', 'fail', 'near', 'unsure', 'worst'])
  await round({}, 60)
  expect(await kinds()).toEqual(['fail', 'near', 'unsure', 'worst'])
  await round({}, 100)
  expect(await kinds()).toEqual(['fail', 'unsure', 'worst'])
  await round({}, 200)
  expect(await kinds()).toEqual(['worst'])
  await round({}, 400)
  expect(await kinds()).toEqual([])
  expect(await open.stores.verdicts.list({ stationId: open.press.id, limit: 20 })).toHaveLength(12)
  await round({}, 400)
  expect(await open.stores.verdicts.list({ stationId: open.press.id, limit: 20 })).toEqual([])
})

it('thins by bytes until it fits, and counts what is left', async () => {
  await Promise.all(Array.from({ length: 120 }, (_, n) => open.addVerdict({}, `picture ${n} ${'x'.repeat(1000)}`)))
  const worst = await open.addVerdict({ verdict: 'fail', score: 0.95 })
  const { pictures, bytes } = await round({ bytes: 50_000 })
  expect(pictures).toBeGreaterThanOrEqual(90)
  expect(bytes).toBeLessThanOrEqual(50_000)
  expect((await open.stores.verdicts.get(worst))?.frameKept).toBe(true)
  expect((await round({ bytes: 50_000 })).bytes).toBe(bytes)
})

it('is stricter when the disk is low, more so when it is full, and never takes the worst for it', async () => {
  const ids = await oneOfEach()
  disk.state = 'low'
  await round()
  expect((await keptOf(ids)).sort()).toEqual([
    'fail new',
    'fail old',
    'unsure new',
    'unsure old',
    'worst new',
    'worst old',
  ])
  disk.state = 'full'
  await round()
  expect((await keptOf(ids)).sort()).toEqual(['worst new', 'worst old'])
  expect(disk.refreshes).toBeGreaterThan(0)
})

it('deletes a file only when no row refers to it', async () => {
  await addPhotoAndRecipe(open)
  const [photo] = await open.stores.photos.list(open.press.id)
  const gone = await open.addVerdict({}, 'seen twice')
  const kept = await open.addVerdict({ verdict: 'fail', score: 0.9 }, 'seen twice')
  const ofPhoto = await open.addVerdict({ frame: photo?.sha256 ?? '' })
  const { frame } = (await open.stores.verdicts.evidence(kept)) ?? {}
  await round({}, 150)
  expect(await keptOf({ gone, kept, ofPhoto })).toEqual(['kept'])
  expect(existsSync(open.blobs.path(frame ?? ''))).toBe(true)
  expect(existsSync(open.blobs.path(photo?.sha256 ?? ''))).toBe(true)
})

it('removes files that no row refers to, also those of a removed station', async () => {
  await addPhotoAndRecipe(open)
  const { frame } = (await open.stores.verdicts.evidence(await open.addVerdict())) ?? {}
  const orphan = await open.blobs.put(new TextEncoder().encode('its row was never written'))
  expect(await round()).toMatchObject({ orphans: 1 })
  expect(await open.blobs.get(orphan)).toBeNull()
  await open.stores.stations.remove(open.press.id)
  await round()
  expect(await round()).toMatchObject({ orphans: 4, bytes: 0 })
  expect(await open.blobs.get(frame ?? '')).toBeNull()
})

/** A verdict of an ordinary good part, with a picture and a small one. */
async function withThumb(change: Parameters<OpenFolder['addVerdict']>[0] = {}, size = 1): Promise<string> {
  const thumb = await open.blobs.put(new TextEncoder().encode(`small ${Math.random()}${'t'.repeat(size)}`))
  return open.addVerdict({ thumb, ...change }, `large ${Math.random()}${'x'.repeat(size * 10)}`)
}

async function leftOf(id: string): Promise<string> {
  const { frame = null, map = null, thumb = null } = (await open.stores.verdicts.evidence(id)) ?? {}
  const kept = await Promise.all([frame, map, thumb].map(async (hash) => hash && open.blobs.get(hash)))
  return ['frame', 'map', 'thumb'].filter((_, at) => kept[at]).join(' ')
}

it('keeps the small picture after the large one, and what a person marked longest', async () => {
  const word = { label: 'good', kind: null, at: 1, by: null } as const
  const ordinary = await withThumb({ id: '01a211cd-59ad-7390-974a-000000000001' })
  const marked = await withThumb({ id: '01a211cd-59ad-7390-974a-000000000003' })
  await open.stores.verdicts.setFeedback(marked, word)
  await round({}, 40)
  expect([await leftOf(ordinary), await leftOf(marked)]).toEqual(['thumb', 'frame map thumb'])
  await round({}, 150)
  expect([await leftOf(ordinary), await leftOf(marked)]).toEqual(['', 'frame map thumb'])
  disk.state = 'full'
  await round({}, 800)
  expect(await leftOf(marked)).toBe('frame map thumb')
})

it('when there is too much lets small pictures stay four times as long as large ones', async () => {
  const passes = []
  for (let day = 0; day < 24; day++) {
    passes.push(await withThumb({ id: `01a211cd-59ad-7390-974a-${String(day).padStart(11, '0')}1` }, 1000))
    open.days.now += 1
  }
  const fail = await withThumb({ verdict: 'fail', score: 0.95 }, 1000)
  await round({ bytes: 110_000 })
  const left = await Promise.all(passes.map(leftOf))
  const frames = left.filter((what) => what.includes('frame')).length
  const thumbs = left.filter((what) => what.includes('thumb')).length
  expect(frames).toBeGreaterThan(2)
  expect(thumbs).toBeGreaterThanOrEqual(Math.min(24, 3 * frames))
  // Oldest first, of both.
  expect(left.slice(-frames).every((what) => what === 'frame map thumb')).toBe(true)
  expect(left.slice(-thumbs).every((what) => what.includes('thumb'))).toBe(true)
  expect(await leftOf(fail)).toBe('frame map thumb')
  const tiny = await round({ bytes: 30_000 })
  expect(tiny.bytes).toBeLessThanOrEqual(30_000)
  expect(await leftOf(fail)).toBe('frame map thumb')
})

it('waits while a backup has its turn', async () => {
  await open.addVerdict()
  let release: () => void = () => undefined
  const backup = open.folder.inTurn(() => new Promise<void>((resolve) => (release = resolve)))
  const waiting = round({}, 40)
  expect(await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 50, 'waits'))])).toBe('waits')
  release()
  await backup
  expect((await waiting).pictures).toBeLessThanOrEqual(1)
})
