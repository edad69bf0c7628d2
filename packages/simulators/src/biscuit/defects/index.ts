import { burnt } from './burnt.ts'
import { crack } from './crack.ts'
import type { MakeDefect } from './defect.ts'
import { dent } from './dent.ts'
import { double } from './double.ts'
import { hair } from './hair.ts'
import { noPrint } from './no-print.ts'
import { piece } from './piece.ts'

/** Every way in which a biscuit can be wrong. One more is a file of its own and a line here. */
export const defects = {
  crack,
  'missing piece': piece,
  burnt,
  dent,
  hair,
  'missing print': noPrint,
  double,
} satisfies Record<string, MakeDefect>

export type DefectKind = keyof typeof defects

export const defectKinds = Object.keys(defects) as DefectKind[]
