import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readLock } from '../parts/lock.ts'
import { type Part, shippedParts } from '../parts/shipped-parts.ts'
import { natives } from './bundle.ts'

/** Copies the packages with native code, and what they need, as far as they are installed for this computer. */
export function copyNativePackages(root: string, target: string): string[] {
  const parts = new Map(shippedParts(readLock(root)).map((part) => [part.place, part]))
  const places = new Set<string>()
  for (const name of natives) reach(parts, `node_modules/${name}`, places)
  const here = [...places].filter((place) => existsSync(join(root, place)))
  for (const place of here) cpSync(join(root, place), join(target, place), { recursive: true })
  keepThisPlatform(join(target, 'node_modules', 'onnxruntime-node', 'bin'))
  copyTypeface(root, target)
  return here
}

function reach(parts: Map<string, Part>, place: string, places: Set<string>): void {
  const part = parts.get(place)
  if (!part || places.has(place)) return
  places.add(place)
  for (const needed of part.needs) reach(parts, needed, places)
}

/** Of the typeface that papers are set in, only what adapters/typst looks for, with its licence. */
const typeface = ['package.json', 'LICENSE', 'LICENSE_FONT', '400Regular', '400Regular_Italic', '600SemiBold']

function copyTypeface(root: string, target: string): void {
  const place = join('node_modules', '@expo-google-fonts', 'source-sans-3')
  for (const name of typeface) cpSync(join(root, place, name), join(target, place, name), { recursive: true })
}

/** onnxruntime-node comes for all platforms at once: bin/napi-v6/<platform>/<arch>. */
function keepThisPlatform(bin: string): void {
  for (const version of readdirSync(bin)) {
    const folder = join(bin, version)
    for (const platform of readdirSync(folder)) {
      if (platform !== process.platform) rmSync(join(folder, platform), { recursive: true })
      else keepOnly(join(folder, platform), process.arch)
    }
  }
}

function keepOnly(folder: string, name: string): void {
  for (const other of readdirSync(folder)) if (other !== name) rmSync(join(folder, other), { recursive: true })
}
