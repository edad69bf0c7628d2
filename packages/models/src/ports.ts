import type { ModelReading, ModelSettings, Recognised } from '@nabij/base'
import type { Tensor } from '@nabij/vision'

/** A model on disk, an ONNX file or the zip that it came in: opened by path and kept by hash. */
export interface ModelFile {
  sha256: string
  path: string
}

/** Port: runs models that people brought along, somewhere that may crash without harm and apart from what judges. */
export interface ModelExecutor {
  /** Reads and checks it, and only then runs it once on a grey picture. @throws NabijError NABIJ_MODEL_… */
  readModel(file: ModelFile): Promise<ModelReading>
  /** @throws NabijError NABIJ_PICTURE_…, NABIJ_MODEL_…, NABIJ_EXECUTOR_… */
  recognise(file: ModelFile, settings: ModelSettings | null, picture: Uint8Array): Promise<Recognised>
  /** Numbers in, numbers out. @throws NabijError NABIJ_MODEL_TENSOR, … */
  infer(file: ModelFile, inputs: Record<string, Tensor>): Promise<Record<string, Tensor>>
}
