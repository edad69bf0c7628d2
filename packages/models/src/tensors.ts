import { type ModelReading, type ModelValue, NabijError } from '@nabij/base'
import type { Tensor } from '@nabij/vision'

/** ONNX's numbers of the element types that can go in and come out. */
export const typeNumbers: Record<ModelValue['type'], number> = {
  float32: 1,
  uint8: 2,
  int32: 6,
  int64: 7,
  float16: 10,
  other: 0,
}

/** Exactly the inputs that the model has. @throws NabijError NABIJ_MODEL_TENSOR */
export function checkTensors(given: Readonly<Record<string, Tensor>>, { inputs }: Pick<ModelReading, 'inputs'>): void {
  for (const { name, type, dims } of inputs) {
    const tensor = given[name]
    if (!tensor) throw wrong(`${name} is missing`)
    if (tensor.type !== type) throw wrong(`${name} is of ${type}, not of ${tensor.type}`)
    if (tensor.dims.join() !== dims.join())
      throw wrong(`${name} is [${dims.join(', ')}], not [${tensor.dims.join(', ')}]`)
    const count = dims.reduce((all, dim) => all * dim, 1)
    if (tensor.data.length !== count) throw wrong(`${name} has ${tensor.data.length} numbers, not ${count}`)
  }
  const extra = Object.keys(given).find((name) => !inputs.some((input) => input.name === name))
  if (extra !== undefined) throw wrong(`there is no input ${extra.slice(0, 60)}`)
}

/** Noughts for all inputs. @throws NabijError NABIJ_MODEL_UNSAFE for a type that nothing can fill */
export function nothing({ inputs }: Pick<ModelReading, 'inputs'>): Record<string, Tensor> {
  const tensors = inputs.map(({ name, type, dims }): [string, Tensor] => {
    if (type === 'other')
      throw new NabijError('NABIJ_MODEL_UNSAFE', {
        reason: `its input ${name.slice(0, 60)} is of a type that nabij does not fill`,
      })
    return [
      name,
      {
        type,
        dims,
        data: numbersFor(
          type,
          dims.reduce((all, dim) => all * dim, 1),
        ),
      },
    ]
  })
  return Object.fromEntries(tensors)
}

/** Room for so many numbers of a type. */
export function numbersFor(type: Tensor['type'], count: number): Tensor['data'] {
  if (type === 'float32') return new Float32Array(count)
  if (type === 'float16') return new Uint16Array(count)
  if (type === 'int32') return new Int32Array(count)
  return type === 'int64' ? new BigInt64Array(count) : new Uint8Array(count)
}

function wrong(reason: string): NabijError {
  return new NabijError('NABIJ_MODEL_TENSOR', { reason: reason.slice(0, 300) })
}
