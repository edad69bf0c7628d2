import { type ModelReading, type ModelReason, type ModelSettings, NabijError } from '@nabij/base'

/** What a setting is about, of those that a person can see a reason for. */
const abouts: Partial<Record<keyof ModelSettings, ModelReason['about']>> = {
  layout: 'layout',
  outputs: 'layout',
  fit: 'fit',
  keep: 'fit',
  rim: 'fit',
  order: 'colours',
  divide: 'numbers',
  mean: 'numbers',
  spread: 'numbers',
  scores: 'scores',
  corners: 'boxes',
  unit: 'boxes',
  labels: 'labels',
}

const plain: Omit<ModelSettings, 'layout' | 'outputs' | 'labels'> = {
  fit: 'stretch',
  keep: 1,
  rim: 114,
  order: 'rgb',
  divide: 255,
  mean: [0, 0, 0],
  spread: [1, 1, 1],
  scores: 'as-they-are',
  corners: 'cxcywh',
  unit: 'pixels',
  first: 0,
  least: 0.25,
  overlap: 0.45,
}

/**
 * What a person says of a model, over what was recognised; where nothing was, the rest is as plain as can be.
 * @throws NabijError NABIJ_MODEL_MISFIT, NABIJ_MODEL_LAYOUT_UNKNOWN
 */
export function changeSettings(
  { settings, reasons, outputs }: Pick<ModelReading, 'settings' | 'reasons' | 'outputs'>,
  change: { [K in keyof ModelSettings]?: ModelSettings[K] | undefined },
): Pick<ModelReading, 'settings' | 'reasons'> {
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<ModelSettings>
  const layout = given.layout ?? settings?.layout
  if (!layout)
    throw new NabijError('NABIJ_MODEL_LAYOUT_UNKNOWN', { outputs: outputs.map(({ name }) => name).join(', ') })
  const fresh = given.layout !== undefined && given.layout !== settings?.layout
  const named = given.outputs ?? (fresh || !settings ? outputsFor(layout, outputs) : settings.outputs)
  const labels = given.labels ?? settings?.labels ?? Array.from({ length: 91 }, (_, n) => `label ${n + 1}`)
  const after: ModelSettings = { ...plain, ...settings, ...given, layout, outputs: named, labels }
  for (const name of Object.values(named))
    if (name !== undefined && !outputs.some((output) => output.name === name))
      throw new NabijError('NABIJ_MODEL_MISFIT', { reason: `there is no output ${name.slice(0, 60)}` })
  const needed =
    layout === 'boxes'
      ? (['boxes', 'scores', 'classes'] as const)
      : layout === 'scored-boxes'
        ? (['boxes', 'scores'] as const)
        : (['main'] as const)
  for (const role of needed)
    if (named[role] === undefined)
      throw new NabijError('NABIJ_MODEL_MISFIT', { reason: `which output are the ${role}?` })
  const said = new Set(Object.keys(given).flatMap((key) => abouts[key as keyof ModelSettings] ?? []))
  const by = [...said].map((about): ModelReason => ({ about, by: 'person', saw: sawOf(about, after) }))
  return { settings: after, reasons: [...reasons.filter(({ about }) => !said.has(about)), ...by] }
}

/** The outputs in the order in which they stand: a person can say otherwise. */
function outputsFor(layout: ModelSettings['layout'], outputs: ModelReading['outputs']): ModelSettings['outputs'] {
  const [a, b, c] = outputs.map(({ name }) => name)
  if (layout === 'boxes') return { boxes: a, scores: b, classes: c }
  return layout === 'scored-boxes' ? { boxes: a, scores: b } : { main: a }
}

function sawOf(about: ModelReason['about'], settings: ModelSettings): string {
  if (about === 'labels') return `${settings.labels.length}`
  if (about === 'layout') return settings.layout
  if (about === 'fit') return settings.fit
  if (about === 'colours') return settings.order
  if (about === 'scores') return settings.scores
  return about === 'boxes' ? `${settings.corners}, ${settings.unit}` : `/ ${settings.divide}`
}
