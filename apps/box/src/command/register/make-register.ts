import type { ReadFile } from '@nabij/adapters/reader'
import type { OwnFact } from '@nabij/base'
import { buildRegister, type Register } from '@nabij/register'
import { loadKnowledge } from '../../knowledge.ts'

/** Makes the register of what was read just now: nothing is kept, nobody said anything. */
export type MakeRegister = (read: readonly ReadFile[]) => Register

/** @param knowledge path of the pack
 *  @param own what people stated of vendors themselves */
export function makeRegister(knowledge: string, own: readonly OwnFact[]): MakeRegister {
  const { index } = loadKnowledge(knowledge, own)
  return (read) =>
    buildRegister({
      findings: read.flatMap(({ findings }) => findings),
      questions: read.flatMap(({ questions }) => questions),
      notes: {},
      rules: [],
      apart: [],
      index,
      europe: 'eea',
      today: new Date().toISOString().slice(0, 10),
    })
}
