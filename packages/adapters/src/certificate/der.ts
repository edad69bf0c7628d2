/** The few forms of DER (ITU-T X.690) that a certificate is made of. */
export const der = {
  sequence: (...parts: Uint8Array[]) => tagged(0x30, Buffer.concat(parts)),
  set: (...parts: Uint8Array[]) => tagged(0x31, Buffer.concat(parts)),
  /** A whole number that is not negative: a zero in front keeps the first bit from meaning "minus". */
  integer(bytes: Uint8Array): Uint8Array {
    const start = bytes.findIndex((byte) => byte !== 0)
    const short = start < 0 ? new Uint8Array(1) : bytes.subarray(start)
    return tagged(0x02, (short[0] ?? 0) > 0x7f ? Buffer.concat([new Uint8Array(1), short]) : short)
  },
  boolean: (value: boolean) => tagged(0x01, Uint8Array.of(value ? 0xff : 0)),
  bits: (bytes: Uint8Array, unused = 0) => tagged(0x03, Buffer.concat([Uint8Array.of(unused), bytes])),
  octets: (bytes: Uint8Array) => tagged(0x04, bytes),
  text: (text: string) => tagged(0x0c, Buffer.from(text)),
  /** Until 2050 a moment has two digits of its year (RFC 5280, 4.1.2.5). */
  moment(at: number): Uint8Array {
    const digits = new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, '')
    return at < Date.UTC(2050, 0) ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits))
  },
  oid(dotted: string): Uint8Array {
    const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
    return tagged(0x06, Uint8Array.from([first * 40 + second, ...rest.flatMap(base128)]))
  },
  /** A context tag: `constructed` when it holds further values. */
  context: (number: number, bytes: Uint8Array, constructed = false) =>
    tagged(0x80 + number + (constructed ? 0x20 : 0), bytes),
}

function tagged(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, Math.floor(length / 0x100), length % 0x100]
  return Buffer.concat([Uint8Array.of(tag, ...size), content])
}

function base128(value: number): number[] {
  const digits = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift(0x80 + (rest % 128))
  return digits
}
