import type { Box, ModelSettings, Recognised } from '@nabij/base'
import type { Tensor } from '@nabij/vision'
import type { Placed } from '../picture/fit-picture.ts'
import { type Candidate, candidateReaders, output, sigmoid, softmax } from './candidates.ts'
import { MisfitFault } from './misfit.ts'
import { suppress } from './suppress.ts'

type Labels = Recognised['labels']

/** What a model gave, as labels on the picture, the most certain first. @throws MisfitFault */
export function labelsOf(
  outputs: Readonly<Record<string, Tensor>>,
  settings: ModelSettings,
  input: { width: number; height: number },
  placed: Pick<Placed, 'region' | 'at'>,
): Labels {
  if (settings.layout === 'classes') return classes(outputs, settings)
  const found = suppress(candidateReaders[settings.layout](outputs, settings, input), settings.overlap)
  return found.flatMap((candidate) => {
    const box = onPicture(candidate, placed)
    const label = Math.round(candidate.label)
    return box && label >= 0 ? [{ name: nameOf(settings, label), score: candidate.score, box }] : []
  })
}

function classes(outputs: Readonly<Record<string, Tensor>>, settings: ModelSettings): Labels {
  const { data } = output(outputs, settings.outputs.main)
  if (data.length > 100_000) throw new MisfitFault('more than 100,000 labels')
  const said = Array.from(data, Number)
  const scores =
    settings.scores === 'softmax' ? softmax(said) : settings.scores === 'sigmoid' ? said.map(sigmoid) : said
  return scores
    .slice(settings.first)
    .flatMap((score, n) =>
      Number.isFinite(score) ? [{ name: nameOf(settings, n), score: Math.min(1, Math.max(0, score)), box: null }] : [],
    )
    .filter(({ score }) => score >= settings.least)
    .sort((a, b) => b.score - a.score)
}

function nameOf({ labels }: ModelSettings, n: number): string {
  return labels[n] ?? `label ${n + 1}`
}

/** From pixels of the input to shares of the picture; what lies wholly on the rim is nothing. */
function onPicture({ x1, y1, x2, y2 }: Candidate, { region, at }: Pick<Placed, 'region' | 'at'>): Box | null {
  const share = (value: number, from: number, size: number, start: number, length: number) =>
    Math.min(1, Math.max(0, start + ((value - from) / size) * length))
  const [x, xx] = [x1, x2].map((value) => share(value, at.x, at.w, region.x, region.w))
  const [y, yy] = [y1, y2].map((value) => share(value, at.y, at.h, region.y, region.h))
  const box = { x: x ?? 0, y: y ?? 0, w: (xx ?? 0) - (x ?? 0), h: (yy ?? 0) - (y ?? 0) }
  return box.w > 0 && box.h > 0 ? box : null
}
