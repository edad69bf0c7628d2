import { NabijError } from '@nabij/base'
import type { EvidenceFile } from '../reader.ts'
import { textOf } from '../text/index.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined }
export type JsonObject = { [key: string]: Json | undefined }

/** A lock file of 50,000 packages is about 25 MB. */
const most = 96 * 1_048_576

/** A whole JSON file that must be an object. Else NABIJ_EVIDENCE_UNREADABLE. */
export async function readJson(file: EvidenceFile, signal: AbortSignal): Promise<JsonObject> {
  const text = await textOf(file, most, signal)
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch (cause) {
    throw unreadable(file, 'no JSON', cause)
  }
  if (!isObject(value)) throw unreadable(file, 'no JSON object')
  return value
}

export function unreadable(file: EvidenceFile, reason: string, cause?: unknown): NabijError {
  return new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path: file.name, reason, where: '1' }, cause)
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object at a key; empty when there is something else. */
export function objectAt(value: Json | undefined, key: string): JsonObject {
  const inner = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return isObject(inner) ? inner : {}
}

/** The list at a key; empty when there is something else. */
export function listAt(value: Json | undefined, key: string): Json[] {
  const inner = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return Array.isArray(inner) ? inner : []
}

/** The text at a key; undefined when there is something else. */
export function stringAt(value: Json | undefined, key: string): string | undefined {
  const inner = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return typeof inner === 'string' ? inner : undefined
}
