export type { AnomalyMap, Judgement } from './inspection.ts'
export type { Model, ModelRuntime, Tensor } from './model-runtime.ts'
export type { PictureDecoder, Pixels } from './picture.ts'
