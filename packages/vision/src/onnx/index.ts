export { graphBuilder } from './graph-builder.ts'
export {
  type AttributeProto,
  decodeModel,
  encodeModel,
  hasAtMost,
  type ModelProto,
  type NodeProto,
  saysTwice,
  type TensorProto,
  type ValueInfoProto,
} from './proto.ts'
