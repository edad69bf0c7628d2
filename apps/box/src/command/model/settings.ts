import { readFile } from 'node:fs/promises'
import { type ModelReason, ModelSettings, NabijError, type OwnModel } from '@nabij/base'
import { formatNumber } from '../format.ts'
import { type Bilingual, type Call, optionText } from '../verb.ts'

const plain = { mean: [0, 0, 0], spread: [1, 1, 1] }
const pixels: Record<string, object> = {
  '0-1': { divide: 255, ...plain },
  '0-255': { divide: 1, ...plain },
  imagenet: { divide: 255, mean: [0.485, 0.456, 0.406], spread: [0.229, 0.224, 0.225] },
}

/** What was typed of a model's settings; null when nothing was. @throws NabijError NABIJ_COMMAND_USE, NABIJ_COMMAND_FILE */
export async function settingsOf(call: Call): Promise<object | null> {
  const file = optionText(call, 'labels')
  const range = optionText(call, 'pixels')
  const least = optionText(call, 'least')
  if (range !== undefined && !pixels[range]) throw wrong(call, '--pixels', Object.keys(pixels))
  const given = {
    ...(file === undefined ? {} : { labels: await labelsIn(file) }),
    ...(range === undefined ? {} : pixels[range]),
    ...(least === undefined ? {} : { least: Number(least.replace(',', '.')) }),
    ...Object.fromEntries(
      ['layout', 'fit', 'order'].flatMap((name) => {
        const text = optionText(call, name)
        return text === undefined ? [] : [[name, text]]
      }),
    ),
  }
  const sound = ModelSettings.partial().safeParse(given)
  if (!sound.success) throw wrong(call, `--${String(sound.error.issues[0]?.path[0])}`, ['nabij model add --help'])
  return Object.keys(given).length > 0 ? given : null
}

async function labelsIn(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new NabijError('NABIJ_COMMAND_FILE', { path, reason: (error as NodeJS.ErrnoException).code }, error)
  })
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
}

function wrong(call: Call, option: string, known: string[]): NabijError {
  return new NabijError('NABIJ_COMMAND_USE', {
    reason: call.say(`Dit is geen waarde voor ${option}`, `This is no value for ${option}`),
    hint: known.join(', '),
  })
}

const abouts: Record<ModelReason['about'], Bilingual> = {
  layout: { nl: 'opbouw', en: 'layout' },
  fit: { nl: 'passen', en: 'fit' },
  colours: { nl: 'kleuren', en: 'colours' },
  numbers: { nl: 'pixels', en: 'pixels' },
  scores: { nl: 'scores', en: 'scores' },
  boxes: { nl: 'kaders', en: 'boxes' },
  labels: { nl: 'labels', en: 'labels' },
}
const bys: Record<ModelReason['by'], Bilingual> = {
  manifest: { nl: 'staat in een bestand naast het model', en: 'stands in a file beside the model' },
  metadata: { nl: 'zegt het model zelf', en: 'the model itself says so' },
  names: { nl: 'blijkt uit de namen', en: 'follows from its names' },
  shapes: { nl: 'blijkt uit de maten', en: 'follows from its sizes' },
  operators: { nl: 'blijkt uit de laatste stap', en: 'follows from its last step' },
  usual: { nl: 'nergens gezegd: zo doen de meeste het', en: 'nothing says so: most are like this' },
  person: { nl: 'heb jij gezegd', en: 'you said so' },
}

/** What a model is, and by what nabij knows that. */
export function modelLines(model: OwnModel, call: Call): string[] {
  const { say } = call
  const { name, family, settings, reasons, inputs, outputs, work, id } = model
  const ends = (values: OwnModel['inputs']) =>
    values.map((value) => `${value.name} ${value.type} [${value.dims.join(', ')}]`).join('; ')
  const text = (both: Bilingual) => say(both.nl, both.en)
  const values: Record<ModelReason['about'], string> = {
    layout: settings?.layout ?? '–',
    fit: settings?.fit ?? '–',
    colours: settings?.order ?? '–',
    numbers: settings ? `/ ${settings.divide}` : '–',
    scores: settings?.scores ?? '–',
    boxes: settings ? `${settings.corners}, ${settings.unit}` : '–',
    labels: settings ? settings.labels.slice(0, 5).join(', ') + (settings.labels.length > 5 ? ', …' : '') : '–',
  }
  return [
    `${name}  (${family}, ${id})`,
    `${say('erin', 'in')}: ${ends(inputs)}`,
    `${say('eruit', 'out')}: ${ends(outputs)}`,
    `${say('werk', 'work')}: ${formatNumber(work / 1e9, call, 2)} ${say('miljard vermenigvuldigingen per foto', 'thousand million multiplications a picture')}`,
    ...(settings
      ? reasons.map(({ about, by, saw }) => `${text(abouts[about])}: ${values[about]} – ${text(bys[by])} (${saw})`)
      : [
          say(
            'nabij weet niet wat de getallen betekenen. Zeg het met nabij model change --layout …, of gebruik het model met getallen.',
            'nabij does not know what the numbers mean. Say so with nabij model change --layout …, or use the model with numbers.',
          ),
        ]),
  ]
}
