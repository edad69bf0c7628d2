import type { Dialect } from './dialect.ts'
import { lookoutVision } from './lookout-vision/index.ts'

/** Every dialect that the box speaks: a folder each, one line here. */
export const dialects: readonly Dialect[] = [lookoutVision]
