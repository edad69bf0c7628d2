import type { KnowledgePack, MoneyInput } from '@nabij/base'
import { moneyCase } from '@nabij/economics'
import { json } from '../register/json.ts'

/** What the register's thread can be asked about money: the prices of the pack in use, and a case worked out with them. */
export function economicsCalls(pack: () => Pick<KnowledgePack, 'version' | 'made' | 'prices'>) {
  return {
    prices() {
      const { version, made, prices } = pack()
      return json({ version, made, prices })
    },
    moneyCase: (input: MoneyInput) => json(moneyCase(input, pack().prices)),
  }
}
