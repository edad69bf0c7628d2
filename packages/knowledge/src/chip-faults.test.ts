import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Chip, ChipFact } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { chipFactFaults, chipFaults } from './chip-faults.ts'
import { readPack } from './index.ts'

const pack = readPack(readFileSync(join(import.meta.dirname, '..', 'pack.json'), 'utf8'))
const metis = pack.chips.find(({ id }) => id === 'metis') as Chip
const [first] = pack.chipFacts as [ChipFact]
const faults = (change: Partial<Chip>) => chipFaults({ ...metis, ...change }, pack).join('; ')

describe('a chip', () => {
  it('that stands in the pack has no faults, and Metis the 31 operators of its tables', () => {
    expect(pack.chips.flatMap((chip) => chipFaults(chip, pack))).toEqual([])
    expect(metis.operators.value).toHaveLength(31)
  })

  it('rests on something in all that is told of it', () => {
    expect(faults({ memory: { ...metis.memory, source: null } })).toContain(
      'chip metis.memory: confirmed, but without a source',
    )
    expect(faults({ batch: { ...metis.batch, status: 'unknown' } })).toContain(
      'chip metis.batch: a value that is unknown',
    )
    expect(faults({ watts: { ...metis.watts, value: null } })).toContain(
      'chip metis.watts: reported, but without a value',
    )
    const wordless = { ...metis.opsets, source: { address: 'https://maker.example' } }
    expect(faults({ opsets: wordless })).toContain('without the words it rests on')
    expect(faults({ others: { ...metis.others, checkedOn: '2099-01-01' } })).toContain('after the pack was made')
    expect(faults({ prices: ['nothing'] })).toContain('costs nothing, which is not known')
  })
})

describe('a fact to follow', () => {
  it('is of the past, or announced', () => {
    expect(pack.chipFacts.flatMap((fact) => chipFactFaults(fact, pack))).toEqual([])
    expect(chipFactFaults({ ...first, date: '2099' }, pack)).toEqual([expect.stringContaining('only announced')])
    expect(chipFactFaults({ ...first, date: '2099', kind: 'announced' }, pack)).toEqual([])
  })

  it('calls nothing sure that only a note says', () => {
    const notes = pack.chipFacts.filter(({ source }) => /\bnote\b/i.test(`${source?.address} ${source?.quote}`))
    expect(notes.length).toBeGreaterThan(3)
    expect(notes.filter(({ status }) => status === 'confirmed')).toEqual([])
  })
})
