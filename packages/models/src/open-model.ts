import { asNabijError, type ModelReading, type ModelSettings, NabijError, type Recognised } from '@nabij/base'
import type { ModelRuntime, PictureDecoder, Tensor } from '@nabij/vision'
import { labelsOf } from './answer/labels.ts'
import { MisfitFault } from './answer/misfit.ts'
import { fitPicture } from './picture/fit-picture.ts'
import { pixelTensor } from './picture/pixel-tensor.ts'
import { pictureInput } from './recognise/recognise.ts'
import { checkTensors, nothing, typeNumbers } from './tensors.ts'

type Tensors = Record<string, Tensor>

/** A model that is loaded. One run at a time. */
export interface OpenModel {
  reading: ModelReading
  /** @throws NabijError NABIJ_PICTURE_…, NABIJ_MODEL_MISFIT, _LAYOUT_UNKNOWN, _RUN_FAILED */
  recognise(picture: Uint8Array, settings: ModelSettings | null): Promise<Recognised>
  /** @throws NabijError NABIJ_MODEL_TENSOR, _RUN_FAILED */
  infer(inputs: Tensors): Promise<Tensors>
  /**
   * Runs once on nothing at all, and says what it is: without settings when what comes out is not laid out so after all.
   * @throws NabijError NABIJ_MODEL_RUN_FAILED, NABIJ_MODEL_UNSAFE
   */
  tryOut(): Promise<ModelReading>
  close(): Promise<void>
}

export interface OpenParts {
  runtime: ModelRuntime
  decoder: PictureDecoder
  /** Milliseconds, from any moment on. */
  now(): number
}

/** Loads what was read and checked. @throws NabijError NABIJ_MODEL_DAMAGED when the engine refuses it */
export async function openModel(
  reading: ModelReading,
  onnx: Uint8Array,
  { runtime, decoder, now }: OpenParts,
): Promise<OpenModel> {
  const model = await runtime.load(onnx).catch((error: unknown) => {
    throw new NabijError('NABIJ_MODEL_DAMAGED', { reason: reasonOf(error) }, error)
  })
  const run = async (inputs: Tensors): Promise<Tensors> => {
    try {
      return await model.run(inputs)
    } catch (error) {
      throw new NabijError('NABIJ_MODEL_RUN_FAILED', { reason: reasonOf(error) }, error)
    }
  }
  const input = pictureInput(reading.inputs.map(({ type, ...value }) => ({ ...value, type: typeNumbers[type] })))

  return {
    reading,
    async recognise(picture, settings) {
      const start = now()
      if (!settings || !input) throw new NabijError('NABIJ_MODEL_LAYOUT_UNKNOWN', { outputs: shapesOf(reading) })
      const placed = await fitPicture(picture, decoder, input, settings)
      const tensor = pixelTensor(placed.pixels, input, settings)
      const decoded = now()
      const outputs = await run({ [input.name]: tensor })
      const ran = now()
      const { width, height } = placed
      const labels = labelsIn(outputs, settings, input, placed)
      return { labels, width, height, ms: { decode: decoded - start, model: ran - decoded, total: now() - start } }
    },
    async infer(inputs) {
      checkTensors(inputs, reading)
      return run(inputs)
    },
    async tryOut() {
      const outputs = await run(nothing(reading))
      for (const { name, dims } of reading.outputs) {
        const real = outputs[name]?.dims ?? []
        const larger = real.length !== dims.length || real.some((dim, n) => dim > (dims[n] ?? 0))
        if (larger)
          throw new NabijError('NABIJ_MODEL_UNSAFE', {
            reason: `its output ${name.slice(0, 60)} is larger than it says`,
          })
      }
      const { settings } = reading
      if (!settings || !input) return reading
      const { width, height } = input
      const whole = { region: { x: 0, y: 0, w: 1, h: 1 }, at: { x: 0, y: 0, w: width, h: height } }
      try {
        labelsOf(outputs, settings, input, whole)
        return reading
      } catch (error) {
        if (error instanceof MisfitFault) return { ...reading, settings: null, reasons: [] }
        throw error
      }
    },
    close: () => model.close(),
  }
}

function labelsIn(...given: Parameters<typeof labelsOf>): Recognised['labels'] {
  try {
    return labelsOf(...given)
  } catch (error) {
    if (error instanceof MisfitFault) throw new NabijError('NABIJ_MODEL_MISFIT', { reason: error.message }, error)
    throw error
  }
}

function shapesOf({ outputs }: ModelReading): string {
  return outputs.map(({ name, dims }) => `${name.slice(0, 60)} [${dims.join(', ')}]`).join('; ')
}

function reasonOf(error: unknown): string {
  const { params, message } = asNabijError(error)
  return (typeof params['reason'] === 'string' ? params['reason'] : message).slice(0, 200)
}
