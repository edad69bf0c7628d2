import { rm, writeFile } from 'node:fs/promises'
import { ChipChecks, NabijError } from '@nabij/base'
import type { needAChip } from '@nabij/chips'
import { askProgram } from '../register/ask-program.ts'
import type { Json } from '../register/json.ts'
import type { PackFiles, Packs } from '../register/packs.ts'
import type { RegisterThread } from '../register/register-thread.ts'

/** What one workspace knows of chips. */
export interface ChipsDesk {
  /** Those of the pack in use, with all that is documented of them. */
  chips(): Promise<Json>
  /** Dated facts, and what the pack before said otherwise. */
  chipFacts(): Promise<Json>
  chipNeed(station: Parameters<typeof needAChip>[0]): Promise<Json>
  /**
   * Looks at a model in a process of its own; runs and keeps nothing.
   * @throws NabijError NABIJ_CHIP_UNKNOWN, NABIJ_MODEL_DAMAGED
   */
  checkModel(onnx: Uint8Array, asked: { chip?: string | undefined; sizes?: string | undefined }): Promise<ChipChecks>
}

interface ChipsPorts {
  ask: RegisterThread['ask']
  packs: Packs
  files: Pick<PackFiles, 'temporary'>
  /** The program that looks at a model. */
  program: string
}

const bounds = { memory: 768, patience: 60_000 }

export function createChipsDesk({ ask, packs, files, program }: ChipsPorts): ChipsDesk {
  return {
    chips: () => ask('chips'),
    chipFacts() {
      const [latest, before] = packs.inUse()
      return ask('chipFacts', latest ? (before ? packs.path(before) : packs.shipped) : null)
    },
    chipNeed: (station) => ask('chipNeed', station),
    async checkModel(onnx, { chip = '', sizes = '' }) {
      const known = await ask('chipIds')
      if (chip !== '' && !known.includes(chip))
        throw new NabijError('NABIJ_CHIP_UNKNOWN', { id: chip, known: known.join(', ') })
      const file = files.temporary()
      try {
        await writeFile(file, onnx, { mode: 0o600 })
        const said = await askProgram(program, [file, packs.path(), chip, sizes], bounds)
        if (said === null)
          throw new NabijError('NABIJ_MODEL_DAMAGED', {
            reason: `> ${bounds.memory} MB, > ${bounds.patience / 1000} s`,
          })
        return ChipChecks.parse(said)
      } finally {
        await rm(file, { force: true })
      }
    },
  }
}
