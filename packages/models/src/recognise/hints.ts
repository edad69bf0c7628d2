import type { ModelFamily, ModelReason } from '@nabij/base'

/** What stands in a model's file and in the files beside it, before its shapes are looked at. */
export interface Hints {
  family: ModelFamily
  task: 'classes' | 'boxes' | null
  labels: { names: string[]; by: ModelReason['by']; saw: string } | null
  /** Height and width. */
  sides: [number, number] | null
  order: { is: 'rgb' | 'bgr'; saw: string } | null
  /** 1: the model takes pixels of 0 to 255. */
  divide: { is: 1 | 255; saw: string } | null
  fit: { is: 'stretch' | 'letterbox'; saw: string } | null
}

/** Files beside the model, by their names in lower case, without folders. */
export type Texts = Readonly<Record<string, string>>

const mostLabels = 10_000

export function hintsOf(metadata: Readonly<Record<string, string>>, texts: Texts): Hints {
  const manifest = jsonOf(texts['cvexport.manifest'])
  const environment = jsonOf(texts['environment.json'])
  const task = taskOf(metadata['task'] ?? textOf(manifest['DomainType']))
  const format = metadata['Image.BitmapPixelFormat']
  const range = metadata['Image.NominalPixelRange']
  return {
    family: familyOf(metadata, manifest, environment, texts),
    task,
    labels: labelsIn(metadata, environment, texts),
    sides: sidesIn(metadata['imgsz']),
    order:
      format === undefined
        ? null
        : { is: /^bgr/i.test(format) ? 'bgr' : 'rgb', saw: `Image.BitmapPixelFormat ${format}` },
    divide:
      range === undefined
        ? null
        : { is: range === 'NominalRange_0_255' ? 1 : 255, saw: `Image.NominalPixelRange ${range}` },
    fit: fitIn(environment),
  }
}

function familyOf(
  metadata: Readonly<Record<string, string>>,
  manifest: Json,
  environment: Json,
  texts: Texts,
): ModelFamily {
  if ('cvexport.manifest' in texts || manifest['DomainType'] !== undefined) return 'custom-vision'
  if (environment['PREPROCESSING'] !== undefined || environment['CLASS_MAP'] !== undefined) return 'roboflow'
  return /ultralytics/i.test(`${metadata['author'] ?? ''} ${metadata['description'] ?? ''}`) ? 'ultralytics' : 'unknown'
}

function taskOf(word: string): Hints['task'] {
  if (/^(detect|objectdetection)$/i.test(word)) return 'boxes'
  return /^(classify|classification)$/i.test(word) ? 'classes' : null
}

function labelsIn(metadata: Readonly<Record<string, string>>, environment: Json, texts: Texts): Hints['labels'] {
  for (const name of ['labels.txt', 'class_names.txt', 'classes.txt']) {
    const text = texts[name]
    if (text !== undefined) return named(linesOf(text), 'manifest', name)
  }
  const names = metadata['names']
  if (names !== undefined) return named(pythonNames(names), 'metadata', 'names')
  const map = environment['CLASS_MAP']
  if (typeof map === 'object' && map !== null)
    return named(numbered(Object.entries(map)), 'manifest', 'environment.json')
  const list = environment['CLASS_LIST']
  return Array.isArray(list) ? named(list.map(String), 'manifest', 'environment.json') : null
}

function named(names: string[], by: ModelReason['by'], saw: string): Hints['labels'] {
  const clean = names.slice(0, mostLabels).map((name, n) => name.trim().slice(0, 100) || `label ${n}`)
  return clean.length > 0 ? { names: clean, by, saw } : null
}

/** One a line; a byte order mark and an empty end do not count. */
export function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  while (lines.at(-1)?.trim() === '') lines.pop()
  return lines
}

/** `{0: 'person', 1: "driver's seat"}`, as Python writes it. */
function pythonNames(text: string): string[] {
  const found = text.slice(0, 1e6).matchAll(/(\d{1,5})\s*:\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)
  return numbered([...found].map(([, n = '', single, double]) => [n, (single ?? double ?? '').replace(/\\(.)/g, '$1')]))
}

function numbered(entries: [string, unknown][]): string[] {
  const names: string[] = []
  for (const [at, name] of entries) {
    const n = Number(at)
    if (Number.isInteger(n) && n >= 0 && n < mostLabels) names[n] = String(name)
  }
  return Array.from(names, (name) => name ?? '')
}

/** `[640, 640]` */
function sidesIn(text: string | undefined): [number, number] | null {
  const found = /^\s*\[?\s*(\d{1,5})\s*,\s*(\d{1,5})\s*\]?\s*$/.exec(text ?? '')
  const [height, width] = [Number(found?.[1]), Number(found?.[2])]
  return found && height > 0 && width > 0 ? [height, width] : null
}

/** Roboflow says how its pictures were made: JSON within JSON. */
function fitIn(environment: Json): Hints['fit'] {
  const given = environment['PREPROCESSING']
  const { resize } = (typeof given === 'string' ? jsonOf(given) : (given ?? {})) as { resize?: { format?: unknown } }
  const format = typeof resize?.format === 'string' ? resize.format : ''
  if (/stretch/i.test(format)) return { is: 'stretch', saw: format }
  return /^fit/i.test(format) ? { is: 'letterbox', saw: format } : null
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

type Json = Readonly<Record<string, unknown>>

function jsonOf(text: string | undefined): Json {
  try {
    const value: unknown = JSON.parse((text ?? '').replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null ? (value as Json) : {}
  } catch {
    return {}
  }
}
