import { biscuitLine } from './biscuit/biscuit-line.ts'
import { defectKinds } from './biscuit/defects/index.ts'
import { looseDefects, looseLine } from './loose/loose-line.ts'
import type { Simulator } from './simulator.ts'

/** Every scene that can be simulated, by name. One more is a folder of its own and a line here. */
export const simulators = {
  biscuits: { defects: defectKinds, open: biscuitLine },
  'loose-biscuits': { defects: looseDefects, open: looseLine },
} satisfies Record<string, Simulator>
