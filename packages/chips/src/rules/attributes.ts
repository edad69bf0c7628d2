import { attribute, ints } from '../sizes/size.ts'
import { asHolds, type Check } from './rule.ts'

export const isAttribute: Check<'attribute'> = (node, { name, usual, in: among, least, within = 0 }) => {
  const value = attribute(node, name) ?? usual
  if (typeof value === 'number' && least !== undefined && value < least) return 'no'
  if (!among) return 'yes'
  return asHolds(
    among.some((each) =>
      typeof each === 'number' && typeof value === 'number' ? Math.abs(each - value) <= within : each === value,
    ),
  )
}

export const areAll: Check<'all-are'> = (node, { name, value }) =>
  asHolds((ints(node, name) ?? []).every((each) => each === value))

export const noAttribute: Check<'no-attribute'> = (node, { name }) => asHolds(attribute(node, name) === undefined)

export const noInput: Check<'no-input'> = (node, { input }, { size }) =>
  // An empty name, or a list of nothing, stands for "not given".
  asHolds((node.inputs[input] ?? '') === '' || size(node.inputs[input]).dims?.[0] === 0)

export const mostOutputs: Check<'most-outputs'> = (node, { most }) =>
  asHolds(node.outputs.filter((name) => name !== '').length <= most)

export const isConstant: Check<'constant'> = (node, { input, value, below }, { size }) => {
  const name = node.inputs[input] ?? ''
  if (name === '') return 'yes'
  const { constant, numbers } = size(name)
  if (!constant && numbers === null) return 'no'
  if (value === undefined && below === undefined) return 'yes'
  if (numbers === null) return 'unknown'
  return asHolds(
    numbers.every((each) => (value === undefined || each === value) && (below === undefined || each < below)),
  )
}

/** Lowest and highest: inputs, or attributes as they were before opset 11. */
export const hasLimits: Check<'limits'> = (node, { in: among }, { size }) => {
  const limit = (input: number, name: string): number | null | undefined => {
    const given = attribute(node, name)
    if (typeof given === 'number') return given
    if ((node.inputs[input] ?? '') === '') return undefined
    return size(node.inputs[input]).numbers?.[0] ?? null
  }
  const [low, high] = [limit(1, 'min'), limit(2, 'max')]
  if (low === null || high === null) return 'unknown'
  return asHolds(among.some(([least, most]) => low === least && high === most))
}
