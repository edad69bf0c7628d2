import protobuf from 'protobufjs/light.js'

/** The part of ONNX's ModelProto that nabij reads and writes (field numbers: onnx/onnx.proto, IR version 8). */
export interface TensorProto {
  dims: number[]
  dataType: number
  name: string
  rawData: Uint8Array
  floatData: number[]
  int64Data: number[]
  int32Data?: number[]
  externalData: { key: string; value: string }[]
  dataLocation: number
}
export interface AttributeProto {
  name?: string
  type?: number
  f?: number
  i?: number
  s?: Uint8Array
  t?: TensorProto
  g?: unknown
  graphs?: unknown[]
  floats?: number[]
  ints?: number[]
}
export interface NodeProto {
  input: string[]
  output: string[]
  name: string
  opType: string
  domain: string
  attribute: AttributeProto[]
}
export interface ValueInfoProto {
  name: string
  type?: { tensorType?: { elemType: number; shape?: { dim: { dimValue?: number; dimParam?: string }[] } } }
}
export interface GraphProto {
  node: NodeProto[]
  name: string
  initializer: TensorProto[]
  sparseInitializer: unknown[]
  input: ValueInfoProto[]
  output: ValueInfoProto[]
  /** Sizes of inner values, where whoever made the file wrote them down. */
  valueInfo?: ValueInfoProto[]
}
export interface ModelProto {
  irVersion: number
  producerName: string
  graph: GraphProto
  opsetImport: { domain: string; version: number }[]
  metadataProps: { key: string; value: string }[]
  functions: unknown[]
}

const field = (id: number, type: string) => ({ id, type })
const many = (id: number, type: string) => ({ id, type, rule: 'repeated' })
const loose = (id: number, type: string) => ({ ...many(id, type), options: { packed: false } })

const root = protobuf.Root.fromJSON({
  nested: {
    Entry: { fields: { key: field(1, 'string'), value: field(2, 'string') } },
    Opaque: { fields: {} },
    Tensor: {
      fields: {
        dims: loose(1, 'int64'),
        dataType: field(2, 'int32'),
        floatData: many(4, 'float'),
        int32Data: many(5, 'int32'),
        int64Data: many(7, 'int64'),
        name: field(8, 'string'),
        rawData: field(9, 'bytes'),
        externalData: many(13, 'Entry'),
        dataLocation: field(14, 'int32'),
      },
    },
    Attribute: {
      fields: {
        name: field(1, 'string'),
        f: field(2, 'float'),
        i: field(3, 'int64'),
        s: field(4, 'bytes'),
        t: field(5, 'Tensor'),
        g: field(6, 'Opaque'),
        floats: loose(7, 'float'),
        ints: loose(8, 'int64'),
        graphs: many(11, 'Opaque'),
        type: field(20, 'int32'),
      },
    },
    Node: {
      fields: {
        input: many(1, 'string'),
        output: many(2, 'string'),
        name: field(3, 'string'),
        opType: field(4, 'string'),
        attribute: many(5, 'Attribute'),
        domain: field(7, 'string'),
      },
    },
    Dim: { fields: { dimValue: field(1, 'int64'), dimParam: field(2, 'string') } },
    Shape: { fields: { dim: many(1, 'Dim') } },
    TensorType: { fields: { elemType: field(1, 'int32'), shape: field(2, 'Shape') } },
    Type: { fields: { tensorType: field(1, 'TensorType') } },
    ValueInfo: { fields: { name: field(1, 'string'), type: field(2, 'Type') } },
    Graph: {
      fields: {
        node: many(1, 'Node'),
        name: field(2, 'string'),
        initializer: many(5, 'Tensor'),
        input: many(11, 'ValueInfo'),
        output: many(12, 'ValueInfo'),
        valueInfo: many(13, 'ValueInfo'),
        sparseInitializer: many(15, 'Opaque'),
      },
    },
    Opset: { fields: { domain: field(1, 'string'), version: field(2, 'int64') } },
    Model: {
      fields: {
        irVersion: field(1, 'int64'),
        producerName: field(2, 'string'),
        graph: field(7, 'Graph'),
        opsetImport: many(8, 'Opset'),
        metadataProps: many(14, 'Entry'),
        functions: many(25, 'Opaque'),
      },
    },
  },
})
const Model = root.lookupType('Model')
/** Wire type of texts, bytes, messages and lists of numbers. */
const lengthFollows = 2

/**
 * Whether the bytes have at most so many parts: fields, and numbers in lists. Decoding makes an object of each, so a file
 * of a few million would take seconds and gigabytes. Weights are one part, however large.
 * @throws Error when the bytes are no protobuf message.
 */
export function hasAtMost(parts: number, bytes: Uint8Array): boolean {
  const reader = protobuf.Reader.create(bytes)
  let found = 0

  function count(type: protobuf.Type, end: number): void {
    while (reader.pos < end && found <= parts) {
      const tag = reader.uint32()
      const inner = type.fieldsById[tag >>> 3]?.resolve()
      found += 1
      if ((tag & 7) !== lengthFollows) {
        reader.skipType(tag & 7)
        continue
      }
      const length = reader.uint32()
      if (inner?.resolvedType instanceof protobuf.Type) {
        count(inner.resolvedType, reader.pos + length)
        continue
      }
      if (inner?.repeated && inner.type !== 'string') found += length
      reader.skip(length)
    }
  }

  count(Model, bytes.length)
  return found <= parts
}

/**
 * Whether a message within is there twice where one is expected. The reader here then takes the last, the engine puts
 * both together: what was checked would not be what runs.
 * @throws Error when the bytes are no protobuf message.
 */
export function saysTwice(bytes: Uint8Array): boolean {
  const reader = protobuf.Reader.create(bytes)

  function twice(type: protobuf.Type, end: number): boolean {
    const seen = new Set<number>()
    while (reader.pos < end) {
      const tag = reader.uint32()
      const inner = type.fieldsById[tag >>> 3]?.resolve()
      if (inner && !inner.repeated) {
        if (seen.has(inner.id)) return true
        seen.add(inner.id)
      }
      if ((tag & 7) === lengthFollows && inner?.resolvedType instanceof protobuf.Type) {
        const length = reader.uint32()
        if (twice(inner.resolvedType, reader.pos + length)) return true
      } else reader.skipType(tag & 7)
    }
    return false
  }

  return twice(Model, bytes.length)
}

/** @throws Error when the bytes are no protobuf message of this shape. */
export function decodeModel(bytes: Uint8Array): ModelProto {
  const message = Model.decode(bytes)
  return Model.toObject(message, { longs: Number, arrays: true }) as ModelProto
}

export function encodeModel(model: ModelProto): Uint8Array {
  // A copy: the writer gives a view of a larger buffer.
  return new Uint8Array(Model.encode(Model.fromObject(model)).finish())
}
