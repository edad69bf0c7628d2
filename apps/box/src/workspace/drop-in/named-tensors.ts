import { type ModelValue, NabijError, type OwnModel } from '@nabij/base'
import type { NamedTensor } from '@nabij/dialects'
import { halves } from '@nabij/models'
import type { Tensor } from '@nabij/vision'

/** What the Open Inference Protocol calls the types of numbers. */
export const typeWords: Record<ModelValue['type'], string> = {
  float32: 'FP32',
  float16: 'FP16',
  uint8: 'UINT8',
  int32: 'INT32',
  int64: 'INT64',
  other: 'OTHER',
}

/** As a program sent it, for the model. @throws NabijError NABIJ_MODEL_TENSOR */
export function tensorIn({ name, datatype, shape, data }: NamedTensor, { inputs }: Pick<OwnModel, 'inputs'>): Tensor {
  const wanted = inputs.find((input) => input.name === name)
  if (!wanted || wanted.type === 'other')
    throw new NabijError('NABIJ_MODEL_TENSOR', { reason: `there is no input ${name.slice(0, 60)}` })
  if (datatype !== typeWords[wanted.type] || data instanceof Uint8Array)
    throw new NabijError('NABIJ_MODEL_TENSOR', {
      reason: `${name} is of ${typeWords[wanted.type]}, not of ${datatype.slice(0, 20)}`,
    })
  return { type: wanted.type, dims: shape, data: numbersAs(wanted.type, data.map(Number), name) }
}

/** Numbers as a model's input takes them. @throws NabijError NABIJ_MODEL_TENSOR for one that the type does not hold */
export function numbersAs(type: Tensor['type'], numbers: number[], name: string): Tensor['data'] {
  const whole = type !== 'float32' && type !== 'float16'
  const odd = numbers.find((each) =>
    whole ? !Number.isSafeInteger(each) || (type === 'uint8' && (each < 0 || each > 255)) : Number.isNaN(each),
  )
  if (odd !== undefined)
    throw new NabijError('NABIJ_MODEL_TENSOR', { reason: `${name} holds ${odd}, which is no ${type}` })
  if (type === 'float32') return Float32Array.from(numbers)
  if (type === 'float16') return halves(numbers)
  if (type === 'int32') return Int32Array.from(numbers)
  return type === 'int64' ? BigInt64Array.from(numbers, BigInt) : Uint8Array.from(numbers)
}

export function tensorOut([name, { type, dims, data }]: [string, Tensor]): NamedTensor {
  return {
    name,
    datatype: typeWords[type],
    shape: [...dims],
    data: Array.from(data as ArrayLike<number | bigint>, Number),
  }
}
