import { type ErrorCode, errorCatalogue, NabijError, StationSource, Truth } from '@nabij/base'

export type SimulatorSource = Extract<StationSource, { kind: 'simulator' }>

/** What a camera child is started for; it travels as the last word of its command line. */
export interface CameraRequest {
  source: SimulatorSource
  /** Folder with the photos of the sample, for scenes that show photos. */
  sampleFolder: string | null
  /** Number of the first picture: a child that follows a lost one goes on where that ended. */
  from: number
  /** Whether pictures come at the pace of the source, or as soon as they are asked for. */
  paced: boolean
}

/** One compressed picture from a camera. */
export interface CameraPicture {
  picture: Uint8Array
  truth: Truth | null
  name: string | null
}

/** Asks for one picture; a child sends no picture that nobody asked for, so none ever waits. */
export const ask = 'next'

export type CameraAnswer =
  | ({ type: 'picture'; capturedAt: number } & CameraPicture)
  | { type: 'failed'; code: string; params: Record<string, unknown> }

/** @throws ZodError or SyntaxError when the word is no request. */
export function readRequest(word: string): CameraRequest {
  const { source, sampleFolder, from, paced } = JSON.parse(word) as Record<keyof CameraRequest, unknown>
  const read = StationSource.parse(source)
  if (read.kind !== 'simulator') throw new TypeError(`a camera child cannot play a source of the kind ${read.kind}`)
  return {
    source: read,
    sampleFolder: typeof sampleFolder === 'string' ? sampleFolder : null,
    from: Number.isSafeInteger(from) ? Number(from) : 0,
    paced: paced === true,
  }
}

/** What came over the channel, checked; null when it is no answer. */
export function readAnswer(message: unknown): CameraAnswer | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null
  const answer = message as Record<string, unknown>
  if (answer.type === 'failed') {
    return { type: 'failed', code: String(answer.code), params: { ...(answer.params as object | null) } }
  }
  const { picture, capturedAt, name } = answer
  const truth = Truth.nullable().safeParse(answer.truth)
  if (answer.type !== 'picture' || !(picture instanceof Uint8Array) || !truth.success) return null
  return {
    type: 'picture',
    picture,
    capturedAt: Number(capturedAt),
    truth: truth.data,
    name: typeof name === 'string' ? name : null,
  }
}

/** The error that a child told of. */
export function toldError({ code, params }: { code: string; params: Record<string, unknown> }): NabijError {
  return code in errorCatalogue
    ? new NabijError(code as ErrorCode, params)
    : new NabijError('NABIJ_UNEXPECTED', { message: code })
}
