import type { Chip, ChipAnswer, ChipCheck, ChipChecks, ChipPoint, OnnxFacts } from '@nabij/base'
import { type Cut, cutOf } from './cut.ts'
import { framePoints } from './frame-points.ts'
import { type Graph, graphOf } from './graph.ts'
import { operatorPoints } from './operator-points.ts'
import { saidOf } from './operators.ts'
import { percent, point, type Words } from './point.ts'
import { summaryOf } from './summary.ts'

/** With less of the work than this on the chip, however fast it is, the whole gets a third faster at most: no help. */
const leastShare = 0.25
const mostCuts = 8

/** A model against what each chip's documents say. Nothing is run: it says what is documented, not how fast it is. */
export function checkModel(facts: OnnxFacts, chips: readonly Chip[]): ChipChecks {
  const graph = graphOf(facts)
  return { model: summaryOf(graph, facts), checks: chips.map((chip) => checkOne(graph, chip)) }
}

function checkOne(graph: Graph, chip: Chip): ChipCheck {
  const said = saidOf(graph, chip)
  const listed = chip.operators.value !== null
  const refused = new Set(said.filter(({ runs }) => runs === 'no' || runs === 'unlisted').map(({ node }) => node))
  const onHost = chip.others.value === 'host' || chip.others.value === 'host-ends'
  const cut = listed && onHost && refused.size > 0 ? cutOf(graph, refused) : null
  const points = [
    ...framePoints(graph, chip),
    ...operatorPoints(said, chip),
    ...(cut && cut.after.size + cut.before.size > 0 ? [cutPoint(cut, chip)] : []),
  ]
  const answer = answerOf(points, cut)
  const none = listed && refused.size === 0
  return {
    chip: { id: chip.id, name: chip.name },
    answer,
    sentence: sentenceOf(answer, points, cut, chip, graph.nodes.length),
    share: cut ? cut.share : none && chip.operatorsOf === 'chip' ? 1 : null,
    parts: cut && {
      before: cut.before.size,
      chip: cut.chip.size,
      after: cut.after.size,
      cutAt: cut.at.slice(0, mostCuts),
    },
    points,
  }
}

function answerOf(points: readonly ChipPoint[], cut: Cut | null): ChipAnswer {
  const answers = points.map(({ answer }) => answer)
  if (answers.includes('no')) return 'no'
  if (cut && (cut.chip.size === 0 || (cut.share ?? 1) < leastShare)) return 'no'
  if (cut || answers.includes('partly')) return 'partly'
  // How much memory there is, is a question of what is bought; what runs is not.
  return points.some(({ about, answer }) => about !== 'memory' && answer === 'unknown') ? 'unknown' : 'fits'
}

function cutPoint({ before, chip, after, at }: Cut, { others }: Chip): ChipPoint {
  const pieces = (first: string, last: string) => [
    ...(before.size > 0 ? [`${before.size} ${first}`] : []),
    ...(after.size > 0 ? [`${after.size} ${last}`] : []),
  ]
  const cut = at.slice(0, mostCuts).join(', ')
  return point(
    'cut',
    'partly',
    {
      nl: `Op de computer zelf: ${pieces('ervoor', 'erna').join(' en ')} (van de ${before.size + chip.size + after.size} bewerkingen).`,
      en: `On the computer itself: ${pieces('before it', 'after it').join(' and ')} (of ${before.size + chip.size + after.size} operators).`,
    },
    others,
    {
      count: before.size + after.size,
      instead: cut === '' ? null : { nl: `Knip het model zelf bij: ${cut}.`, en: `Cut the model yourself at: ${cut}.` },
    },
  )
}

function sentenceOf(
  answer: ChipAnswer,
  points: readonly ChipPoint[],
  cut: Cut | null,
  chip: Chip,
  nodes: number,
): Words {
  const { name } = chip
  const share = cut?.share ?? null
  const alike = points.filter((each) => each.answer === answer && (answer === 'no' || each.about !== 'memory'))
  const first = alike.find(({ about }) => about === 'operator' && answer === 'unknown') ?? alike[0]
  const texts: Record<ChipAnswer, Words> = {
    fits: {
      nl: `Past op ${name}: alle ${nodes} bewerkingen staan zo in de documentatie.`,
      en: `Fits ${name}: all ${nodes} operators are documented in this form.`,
    },
    partly:
      share === null
        ? {
            nl: `Past voor een deel op ${name}; de rest rekent op de computer zelf.`,
            en: `Fits ${name} in part; the rest runs on the computer itself.`,
          }
        : {
            nl: `Past voor een deel op ${name}: ${percent(share)} van het rekenwerk op de chip, de rest op de computer zelf.`,
            en: `Fits ${name} in part: ${percent(share)} of the work on the chip, the rest on the computer itself.`,
          },
    no: first
      ? { nl: `Past zo niet op ${name}. ${first.text.nl}`, en: `Does not fit ${name} as it is. ${first.text.en}` }
      : {
          nl: `Past niet op ${name}: er blijft ${percent(share ?? 0)} van het rekenwerk voor de chip over.`,
          en: `Does not fit ${name}: ${percent(share ?? 0)} of the work is left for the chip.`,
        },
    unknown: {
      nl: `Of dit model op ${name} past, is niet te zeggen. ${first?.text.nl ?? ''}`.trim(),
      en: `Whether this model fits ${name} cannot be said. ${first?.text.en ?? ''}`.trim(),
    },
  }
  return texts[answer]
}
