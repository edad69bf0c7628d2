import type { Clock } from '@nabij/stations'
import type { Workspaces } from '../workspace/workspace.ts'

/** A line for the log of whoever runs the box. */
export type Log = (level: 'info' | 'warn', message: string, fields: Record<string, unknown>) => void

/** What the server needs from the rest of the box. */
export interface AppOptions {
  workspaces: Workspaces
  /** Folder of the built page (index.html is in it). */
  pageFolder: string
  version: string
  log: Log
  clock: Clock
  limits?: Partial<HttpLimits>
  /** With this the command on this computer is let in as its owner. */
  localKey?: string
}

/** Bounds on what clients may send and hold. Sizes in bytes, times in milliseconds. */
export interface HttpLimits {
  json: number
  /** A picture as base64 within JSON: parsed on the server's thread, hence smaller than a picture. */
  jsonPicture: number
  picture: number
  recipe: number
  /** A file for the register: it is streamed, and held nowhere. */
  evidence: number
  /** Bodies that are held in memory at the same time, all together. */
  held: number
  /** How long a body may bring nothing. */
  bodySilence: number
  /** How long a body that is held in memory may take altogether. */
  bodyTotal: number
  eventStreams: number
  heartbeat: number
  /** A reader of events that takes nothing for this long is cut off. */
  stuckReader: number
}

const mebibyte = 2 ** 20

export const usualLimits: HttpLimits = {
  json: mebibyte,
  jsonPicture: 16 * mebibyte,
  picture: 64 * mebibyte,
  recipe: 256 * mebibyte,
  evidence: 4096 * mebibyte,
  held: 640 * mebibyte,
  bodySilence: 20_000,
  bodyTotal: 120_000,
  eventStreams: 64,
  heartbeat: 15_000,
  stuckReader: 60_000,
}
