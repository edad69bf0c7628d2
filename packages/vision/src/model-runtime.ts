/** A dense array; `data.length` is the product of `dims`. */
export interface Tensor {
  type: 'float32' | 'float16' | 'uint8' | 'int32' | 'int64'
  dims: readonly number[]
  /** Of float16 its bits. */
  data: Float32Array | Uint16Array | Uint8Array | Int32Array | BigInt64Array
}

/** A loaded ONNX graph. One run at a time. */
export interface Model {
  run(inputs: Record<string, Tensor>): Promise<Record<string, Tensor>>
  close(): Promise<void>
}

/** Port: whatever executes ONNX graphs (the adapter is named after the engine). */
export interface ModelRuntime {
  /** @throws NabijError NABIJ_RECIPE_DAMAGED when the engine refuses the bytes. */
  load(onnx: Uint8Array): Promise<Model>
}
