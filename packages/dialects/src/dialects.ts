import { customVision } from './custom-vision/index.ts'
import type { Dialect } from './dialect.ts'
import { kserve } from './kserve/index.ts'
import { lookoutVision } from './lookout-vision/index.ts'
import { rekognition } from './rekognition/index.ts'
import { sagemaker } from './sagemaker/index.ts'

/** Every dialect that the box speaks: a folder each, one line here. */
export const dialects: readonly Dialect[] = [lookoutVision, customVision, rekognition, kserve, sagemaker]
