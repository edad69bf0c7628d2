import { expect, test } from 'vitest'
import type { EvidenceFile } from '../reader.ts'
import { cellsOf, csvOf, decodeHead, delimiterOf, encodingOf, linesOf } from './index.ts'

function fileOf(content: string | Uint8Array, piece = 7): EvidenceFile {
  const all = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name: 'a.csv',
    async *bytes() {
      for (let at = 0; at < all.length; at += piece) yield all.subarray(at, at + piece)
    },
  }
}

async function lines(content: string | Uint8Array, longest?: number, piece?: number) {
  const got = await Array.fromAsync(linesOf(fileOf(content, piece), longest ? { longest } : {}))
  return got.map(({ text, cut }) => (cut ? `${text}…` : text))
}

async function rows(content: string, options = {}) {
  const got = await Array.fromAsync(csvOf(fileOf(content), options))
  return got.map(({ line, cells }) => [line, ...cells])
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian)
  return bytes
}

test('Lines come whole out of pieces, whatever their ends', async () => {
  expect(await lines('één\r\ntwee\n\nvier')).toEqual(['één', 'twee', '', 'vier'])
  expect(await lines('een\rtwee\rdrie')).toEqual(['een', 'twee', 'drie'])
  expect(await lines('')).toEqual([])
  expect(await lines('een\n')).toEqual(['een'])
})

test('UTF-16 of both kinds, with and without mark, and Latin-1 are read', async () => {
  for (const big of [true, false])
    for (const mark of ['', '\uFEFF'])
      expect(await lines(utf16(`${mark}naïef café\ntwee`, big), undefined, 3333)).toEqual(['naïef café', 'twee'])
  expect(await lines(Uint8Array.of(99, 97, 102, 0xe9, 10, 120))).toEqual(['café', 'x'])
  expect(encodingOf(Uint8Array.of(1, 0, 0, 7, 0, 200, 3))).toBeNull()
  expect(decodeHead(new TextEncoder().encode('\uFEFFcafé').subarray(0, -1))).toBe('caf')
})

test('A line that is too long is cut, and the next is whole', async () => {
  expect(await lines(`${'a'.repeat(100)}\nb\n${'c'.repeat(11)}`, 10)).toEqual(['aaaaaaaaaa…', 'b', 'cccccccccc…'])
  expect(await lines(`${'a'.repeat(100)}\nb`, 10, 5000)).toEqual(['aaaaaaaaaa…', 'b'])
})

test('The delimiter is recognised', () => {
  expect(delimiterOf('a;b;c\n1,5;2;3')).toBe(';')
  expect(delimiterOf('"a","b"\n"1;2;3","x"')).toBe(',')
  expect(delimiterOf('a\tb\n1\t2')).toBe('\t')
  expect(delimiterOf('one column')).toBe(',')
})

test('Quotes, doubled quotes, line ends within quotes and quotes that are only text', async () => {
  expect(cellsOf('"a ""b""", c ,"",19" scherm', ',')).toEqual(['a "b"', 'c', '', '19" scherm'])
  expect(await rows('a,b\n"1\n2",x\n\n"y", z')).toEqual([
    [1, 'a', 'b'],
    [2, '1\n2', 'x'],
    [5, 'y', 'z'],
  ])
})

test('A quote that never closes loses no other line', async () => {
  const body = Array.from({ length: 900 }, (_, at) => `${at};x`)
  const got = await rows(['a;b', '"oops;x', ...body].join('\n'))
  expect(got).toHaveLength(902)
  expect(got.at(-1)).toEqual([902, '899', 'x'])
})
