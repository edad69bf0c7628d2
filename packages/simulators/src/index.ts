export { biscuitLine } from './biscuit/biscuit-line.ts'
export { type Random, randomOf } from './random.ts'
export { simulators } from './registry.ts'
export type { Line, Picture, SceneOptions, SimulatedPart, Simulator } from './simulator.ts'
