import { crc32, inflateSync } from 'node:zlib'
import { newId, type Photo, type Verdict } from '@nabij/base'
import { afterAll, describe, expect, it } from 'vitest'
import * as examples from '../routes/examples.ts'
import { fakeBox, problemOf } from '../testing/fake-box.ts'
import { labelledSet } from './labelled-set.ts'
import { maskPng } from './mask-png.ts'
import { streamBody } from './stream-body.ts'
import { asJson, asTable } from './verdict-table.ts'
import { type ZipEntry, zip } from './zip.ts'

const box = fakeBox()
afterAll(() => box.close())

describe('a table of verdicts', () => {
  it('opens in a Dutch spreadsheet, and in one with points', async () => {
    const { id } = await box.station()
    box.workspaces.own().judge(id)
    const dutch = await box.call('GET', `/stations/${id}/verdicts.csv`)
    expect(dutch.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(dutch.headers.get('content-disposition')).toContain('Line_1.csv')
    const bytes = await dutch.bytes()
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [head, line, end] = new TextDecoder().decode(bytes).split('\r\n')
    expect(head).toMatch(/^seq;id;recordedAt;local;/)
    expect(line).toMatch(/;fail;;0,73;0,41;crack;0,86;/)
    expect(end).toBe('')
    const english = await box.call('GET', `/stations/${id}/verdicts.csv`, { headers: { 'accept-language': 'en' } })
    expect(await english.text()).toContain(',fail,,0.73,0.41,crack,0.86,')
    const asked = await box.call('GET', `/stations/${id}/verdicts.csv?separator=comma`)
    expect(await asked.text()).toContain(',0.73,')
  })

  it('runs no formula and breaks no line', async () => {
    const name = '=HYPERLINK("http://x";"y")\n;,"z"'
    const verdict = { ...examples.verdict, name, feedback: { label: 'bad', kind: '@cmd', at: 5, by: '+31' } } as Verdict
    const lines = (async function* () {
      yield { verdict, key: '-1' }
    })()
    const text = await all(asTable(lines, 'semicolon'))
    expect(text).toContain(`"'=HYPERLINK(""http://x"";""y"")\n;,""z"""`)
    for (const cell of ["'-1", "'@cmd", "'+31"]) expect(text).toContain(`;${cell};`)
  })

  it('takes only what was asked for, and is valid JSON also when there is nothing', async () => {
    const { id } = await box.station()
    const { recordedAt } = box.workspaces.own().judge(id)
    const ask = async (query: string) =>
      (await (await box.call('GET', `/stations/${id}/verdicts.json${query}`)).json()) as { verdicts: Verdict[] }
    expect((await ask('')).verdicts).toHaveLength(1)
    expect((await ask(`?from=${recordedAt}`)).verdicts).toHaveLength(1)
    expect((await ask(`?to=${recordedAt}`)).verdicts).toEqual([])
    const back = box.call('GET', `/stations/${id}/verdicts.json?from=5&to=4`)
    expect((await problemOf(back)).code).toBe('NABIJ_INVALID_INPUT')
  })

  it('of a million verdicts is never in memory as a whole', async () => {
    let made = 0
    const lines = (async function* () {
      for (; made < 1_000_000; made++) yield { verdict: examples.verdict, key: null }
    })()
    const reader = streamBody(asJson(lines, examples.station.id), () => undefined).getReader()
    for (let read = 0; read < 20; read++) await reader.read()
    // As much as was read, and no more than a piece ahead.
    expect(made).toBeLessThan(2500)
    await reader.cancel()
    const stopped = made
    await new Promise((resolve) => setImmediate(resolve))
    expect(made).toBe(stopped)
  })
})

describe('labelled pictures', () => {
  const good = { ...examples.photo, name: 'één goed.jpg' }
  const photos: Photo[] = [
    good,
    { ...good, id: newId() },
    { ...good, id: newId(), verdictId: newId(), name: 'false alarm.png' },
    {
      ...good,
      id: newId(),
      label: 'bad',
      kind: '../burnt',
      name: 'x.jpg',
      verdictId: examples.verdict.id,
      width: 8,
      height: 4,
    },
    { ...good, id: newId(), label: 'bad', kind: null, name: 'y' },
    { ...good, id: newId(), leftOut: true, name: 'odd.jpg' },
    { ...good, id: newId(), name: 'gone.jpg', sha256: 'gone' },
  ]
  const truth = { defect: 'burnt', regions: [{ x: 0.5, y: 0, w: 0.25, h: 0.5 }] }
  const source = {
    photos: async () => photos,
    photoFile: async (id: string) => {
      if (photos.find((photo) => photo.id === id)?.sha256 === 'gone')
        throw (await import('@nabij/base')).asNabijError(0)
      return Uint8Array.of(0xff, 0xd8, 0xff, 7)
    },
    verdict: async () => ({ ...examples.verdict, truth }),
  }

  it('lie as MVTec lays them out, in an archive that others can open', async () => {
    const known = { ...source, photos: async () => photos.filter((photo) => photo.sha256 !== 'gone') }
    const pieces: Uint8Array[] = []
    for await (const piece of zip(labelledSet(known, examples.station))) pieces.push(piece)
    const files = filesIn(Buffer.concat(pieces))
    expect([...files.keys()]).toEqual([
      'Line 1/train/good/één goed.jpg',
      'Line 1/train/good/één goed (2).jpg',
      'Line 1/test/good/false alarm.jpg',
      'Line 1/test/_burnt/x.jpg',
      'Line 1/ground_truth/_burnt/x_mask.png',
      'Line 1/test/bad/y.jpg',
      'Line 1/photos.json',
    ])
    expect([...(files.get('Line 1/test/bad/y.jpg') ?? [])]).toEqual([0xff, 0xd8, 0xff, 7])
    const described = JSON.parse(String(files.get('Line 1/photos.json'))) as { photos: { file: string | null }[] }
    expect(described.photos.map(({ file }) => file).filter((file) => file === null)).toHaveLength(1)
  })

  it('break off when something unforeseen is wrong, rather than leave pictures out silently', async () => {
    await expect(all(zip(labelledSet(source, examples.station)))).rejects.toMatchObject({ code: 'NABIJ_UNEXPECTED' })
  })

  it('have masks that are white where the defect is', async () => {
    const png = Buffer.from(await maskPng(8, 4, truth.regions))
    const length = png.readUInt32BE(33)
    const rows = inflateSync(png.subarray(41, 41 + length))
    const white = Array.from({ length: 4 }, (_, y) =>
      [...rows.subarray(y * 9 + 1, y * 9 + 9)].map((v) => v / 255).join(''),
    )
    expect(white).toEqual(['00001100', '00001100', '00000000', '00000000'])
  })
})

describe('an archive', () => {
  it('of many files lets each be found', async () => {
    const count = 70_000
    const entries = (async function* (): AsyncGenerator<ZipEntry> {
      for (let n = 0; n < count; n++) yield { name: `f/${n}`, at: 0, bytes: async () => Uint8Array.of(n & 255) }
    })()
    const pieces: Uint8Array[] = []
    for await (const piece of zip(entries)) pieces.push(piece)
    const files = filesIn(Buffer.concat(pieces))
    expect(files.size).toBe(count)
    expect(files.get('f/69999')?.[0]).toBe(69_999 & 255)
  })
})

/** What another program reads: the end first, from there the list, from there each file; checks what is said of each. */
function filesIn(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  const end = archive.length - 22
  expect([archive.readUInt32LE(end), archive.readUInt32LE(end - 20)]).toEqual([0x06054b50, 0x07064b50])
  const large = Number(archive.readBigUInt64LE(end - 12))
  expect(archive.readUInt32LE(large)).toBe(0x06064b50)
  const count = Number(archive.readBigUInt64LE(large + 32))
  let at = Number(archive.readBigUInt64LE(large + 48))
  expect(at + Number(archive.readBigUInt64LE(large + 40))).toBe(large)
  for (let n = 0; n < count; n++) {
    const [crc, size, offset] = [
      archive.readUInt32LE(at + 16),
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 42),
    ]
    const name = archive.subarray(at + 46, at + 46 + archive.readUInt16LE(at + 28)).toString()
    const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
    const bytes = archive.subarray(start, start + size)
    if (crc32(bytes) !== crc || archive.readUInt32LE(offset + 14) !== crc)
      throw new Error(`${name} is not what is said`)
    files.set(name, bytes)
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30)
  }
  return files
}

async function all(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += typeof piece === 'string' ? piece : ''
  return text
}
