import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'

/** Photos whose truth is known, split as the set's own protocol says. Paths of files. */
export interface LabelledSet {
  name: string
  /** AUROC that must be reached on average. */
  asked: number | null
  /** Good ones to draw from. */
  teach: string[]
  good: string[]
  bad: string[]
  /** Of bad ones the picture that says where the defect is (white, or not transparent), where there is one. */
  masks: Map<string, string>
  /** Of which part a photo is, where several may be of one. */
  groups?: Map<string, string>
}

/** Where each set is looked for, within the folder of all sets. */
export const labelledFolders = [
  'aws-l4v/cookies',
  'aws-l4v/aliens',
  'mvtec-screw',
  'magnetic-tile',
  'screws-presence',
] as const

/**
 * The sets that are there. Cookies and aliens (CC BY-SA 4.0) and the board (Apache-2.0) may be shown anywhere; the others
 * are for measuring only: no threshold, weight or picture of theirs goes into the product.
 */
export async function labelledSets(data: string): Promise<LabelledSet[]> {
  const sets = [
    { folder: labelledFolders[0], read: cookies },
    { folder: labelledFolders[1], read: aliens },
    { folder: labelledFolders[2], read: screws },
    { folder: labelledFolders[3], read: tiles },
    { folder: labelledFolders[4], read: board },
  ]
  return Promise.all(
    sets.filter(({ folder }) => existsSync(join(data, folder))).map(({ folder, read }) => read(join(data, folder))),
  )
}

async function cookies(folder: string): Promise<LabelledSet> {
  const training = await files(folder, 'training-images')
  const test = await files(folder, 'test-images')
  const kind = (list: string[], word: string) => list.filter((file) => file.includes(word))
  return {
    name: 'cookies',
    asked: 0.97,
    teach: kind(training, 'normal-'),
    good: kind(test, 'test-normal-'),
    bad: [...kind(training, 'anomaly-'), ...kind(test, 'test-anomaly-')],
    masks: paired(kind(training, 'anomaly-'), (file) => join(folder, 'mask-images', numbered(file))),
  }
}

async function aliens(folder: string): Promise<LabelledSet> {
  const normal = await files(folder, 'normal')
  const bad = await files(folder, 'anomaly')
  return {
    name: 'toy aliens',
    asked: 0.98,
    teach: normal.slice(0, 38),
    good: normal.slice(38),
    bad,
    masks: new Map(),
  }
}

async function screws(folder: string): Promise<LabelledSet> {
  const kinds = ['manipulated_front', 'scratch_head', 'scratch_neck', 'thread_side', 'thread_top']
  const bad = await Promise.all(kinds.map((kind) => files(folder, 'test', kind)))
  return {
    name: 'screws (MVTec)',
    asked: null,
    teach: await files(folder, 'train', 'good'),
    good: await files(folder, 'test', 'good'),
    bad: bad.flat(),
    masks: paired(bad.flat(), (file) =>
      join(folder, 'ground_truth', basename(dirname(file)), `${basename(file, '.png')}_mask.png`),
    ),
  }
}

/** Two thirds of the flawless tiles are drawn from, the rest is judged; no tile stands on both sides. */
async function tiles(folder: string): Promise<LabelledSet> {
  const [, ...lines] = (await readFile(join(folder, 'images.csv'), 'utf8')).trim().split(/\r?\n/)
  const rows = lines.map((line) => line.split(','))
  const free = rows.filter(([, kind]) => kind === 'Free')
  const isTest = (tile: string | undefined) => Number(tile) % 3 === 0
  const paths = (chosen: string[][]) => chosen.map(([image = '']) => join(folder, image))
  return {
    name: 'magnetic tiles',
    asked: null,
    teach: paths(free.filter(([, , , , tile]) => !isTest(tile))),
    good: paths(free.filter(([, , , , tile]) => isTest(tile))),
    bad: paths(rows.filter(([, kind]) => kind !== 'Free')),
    masks: new Map(
      rows.flatMap(([image = '', , , , , mask]) => (mask ? [[join(folder, image), join(folder, mask)]] : [])),
    ),
    groups: new Map(rows.map(([image = '', , , , tile = '']) => [join(folder, image), tile])),
  }
}

/** Taught from the full boards of the training part; judged are the boards of the test part, bad where a screw is missing. */
async function board(folder: string): Promise<LabelledSet> {
  const [, ...lines] = (await readFile(join(folder, 'labels.csv'), 'utf8')).trim().split(/\r?\n/)
  const rows = lines.map((line) => line.split(','))
  const paths = (part: string, full: boolean) =>
    rows
      .filter(([image = '', , , , , count]) => image.startsWith(part) && (count === '4') === full)
      .map(([image = '']) => join(folder, image))
  return {
    name: 'four-screw board',
    asked: null,
    teach: paths('train_val_set', true),
    good: paths('test_set', true),
    bad: paths('test_set', false),
    masks: new Map(),
  }
}

/** Photos with their masks, as far as those are there. */
function paired(photos: string[], maskOf: (photo: string) => string): Map<string, string> {
  return new Map(photos.map((photo) => [photo, maskOf(photo)] as const).filter(([, mask]) => existsSync(mask)))
}

function numbered(photo: string): string {
  return `${basename(photo, extname(photo))}.png`
}

/** In the order of their numbers. */
async function files(...path: string[]): Promise<string[]> {
  const folder = join(...path)
  const names = (await readdir(folder)).filter((name) => /\.(png|jpe?g)$/i.test(name))
  return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((name) => join(folder, name))
}
