import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Something shipped that is not a package. */
export interface DataPart {
  type: 'machine-learning-model' | 'data'
  name: string
  version: string
  license: string
  origin: string
  credit: string
  /** Relative file whose sha256 is stated; null for a folder of many. */
  file: string | null
}

export const dataParts: readonly DataPart[] = [
  {
    type: 'machine-learning-model',
    name: 'efficientnet-lite0',
    version: '1.0.0',
    license: 'Apache-2.0',
    origin: 'https://github.com/tensorflow/tpu/tree/master/models/official/efficientnet/lite',
    credit: 'Copyright The TensorFlow Authors. The weights were cut and exported to ONNX; models/ says how.',
    file: 'models/efficientnet-lite0/backbone.onnx',
  },
  {
    type: 'data',
    name: 'aws-l4v-cookies',
    version: '1.0.0',
    license: 'CC-BY-SA-4.0',
    origin: 'https://github.com/aws-samples/amazon-lookout-for-vision',
    credit: 'Photos of cookies, Copyright Amazon.com, Inc. or its affiliates. Shown in the sample workspace only.',
    file: null,
  },
  {
    type: 'data',
    name: 'cdncheck-ranges',
    version: '2026-08-16',
    license: 'MIT',
    origin: 'https://github.com/projectdiscovery/cdncheck',
    credit: 'Networks of clouds, Copyright (c) 2021 ProjectDiscovery, Inc.; neighbours were joined.',
    file: 'packages/register/src/networks/ranges.ts',
  },
]

export function sha256(root: string, file: string): string | null {
  const path = join(root, file)
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null
}
