import { NabijError, type OwnModel } from '@nabij/base'
import { type ModelDesk, openModels } from '../../workspace/models/model-desk.ts'
import * as examples from '../routes/model-examples.ts'

/** Models over an executor that knows a few words: the file or the picture says how it shall behave. */
export function fakeModels(usedAs: (id: string) => Promise<string | null>): ModelDesk {
  const stored = new Map<string, OwnModel>()
  const { family, inputs, outputs, opset, work, settings, reasons } = examples.ownModel
  return openModels({
    store: {
      list: async () => [...stored.values()],
      put: async (model) => void stored.set(model.id, model),
      remove: async (id) => void stored.delete(id),
    },
    blobs: {
      put: async (bytes) => Buffer.from(bytes).toString('hex').slice(0, 64).padEnd(64, '0'),
      path: (sha256) => sha256,
      get: async () => null,
    },
    executor: {
      async readModel({ sha256 }) {
        if (sha256.startsWith('bad0'))
          throw new NabijError('NABIJ_MODEL_UNSAFE', { reason: 'it has an operator that nabij does not run (Loop)' })
        const known = !sha256.startsWith('01')
        return {
          family,
          inputs,
          outputs,
          opset,
          work,
          settings: known ? settings : null,
          reasons: known ? reasons : [],
        }
      },
      async recognise(_file, settings) {
        if (!settings) throw new NabijError('NABIJ_MODEL_LAYOUT_UNKNOWN', { outputs: 'output0' })
        return examples.recognised
      },
      infer: async (_file, tensors) => ({
        output0: Object.values(tensors)[0] ?? { type: 'float32', dims: [1], data: Float32Array.of(1) },
      }),
    },
    clock: Date.now,
    usedAs,
  })
}
