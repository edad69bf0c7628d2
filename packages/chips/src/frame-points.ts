import type { Chip, ChipPoint } from '@nabij/base'
import type { Graph } from './graph.ts'
import { megabytes, point, undocumented } from './point.ts'
import { parametersOf, precisionOf } from './summary.ts'

/** Bytes of one weight. */
const bytesPer: Record<string, number> = {
  int4: 0.5,
  int8: 1,
  uint8: 1,
  float16: 2,
  bfloat16: 2,
  float32: 4,
}

/** What holds for a model as a whole: its set of operators, its sizes, its numbers and its room. */
export function framePoints(graph: Graph, chip: Chip): ChipPoint[] {
  return [opset(graph, chip), ...sizes(graph, chip), precision(graph, chip), memory(graph, chip)]
}

function opset({ facts }: Graph, chip: Chip): ChipPoint {
  const { opsets } = chip
  if (!opsets.value)
    return undocumented(
      'opset',
      chip,
      { nl: 'welke opsets van ONNX het leest', en: 'which opsets of ONNX it reads' },
      opsets,
    )
  const { least, most } = opsets.value
  const range = most === null ? `${least} –` : `${least}–${most}`
  const fits = facts.opset >= least && (most === null || facts.opset <= most)
  return point(
    'opset',
    fits ? 'fits' : 'no',
    fits
      ? {
          nl: `Opset ${facts.opset}: gedocumenteerd (${range}).`,
          en: `Opset ${facts.opset}: documented (${range}).`,
        }
      : {
          nl: `Opset ${facts.opset}, en gedocumenteerd is alleen ${range}.`,
          en: `Opset ${facts.opset}, and only ${range} is documented.`,
        },
    opsets,
    fits
      ? {}
      : {
          instead: {
            nl: `Exporteer opnieuw met opset ${most ?? least}.`,
            en: `Export again with opset ${most ?? least}.`,
          },
        },
  )
}

function sizes({ facts }: Graph, chip: Chip): ChipPoint[] {
  const { openSizes, batch } = chip
  const points: ChipPoint[] = []
  const open = facts.inputs.filter(({ dims }) => dims === null || dims.includes(null))
  const names = open.map(({ name }) => name).slice(0, 5)
  if (open.length > 0) {
    const more = {
      count: open.length,
      nodes: names,
      instead: {
        nl: 'Exporteer met vaste maten, bijvoorbeeld 1 × 3 × 224 × 224.',
        en: 'Export with fixed sizes, such as 1 × 3 × 224 × 224.',
      },
    }
    const where = {
      nl: `De maten van ${names.join(', ')} liggen niet vast`,
      en: `The sizes of ${names.join(', ')} are open`,
    }
    const answer = { yes: 'fits', partly: 'partly', no: 'no' } as const
    const tail = {
      yes: { nl: '; dat mag.', en: '; that is allowed.' },
      partly: { nl: '; dat gaat maar voor een deel.', en: '; that works only in part.' },
      no: { nl: ', en dat kan hier niet.', en: ', and that is not possible here.' },
    }
    const { value } = openSizes
    points.push(
      value
        ? point(
            'sizes',
            answer[value],
            { nl: where.nl + tail[value].nl, en: where.en + tail[value].en },
            openSizes,
            more,
          )
        : point(
            'sizes',
            'unknown',
            {
              nl: `${where.nl}; of dat mag, is niet gedocumenteerd.`,
              en: `${where.en}; whether that is allowed is not documented.`,
            },
            openSizes,
            more,
          ),
    )
  }
  const most = batch.value
  const large = facts.inputs.filter(
    ({ dims }) => dims?.length === 4 && (dims?.[0] ?? 1) > (most ?? Number.POSITIVE_INFINITY),
  )
  if (most !== null && large.length > 0)
    points.push(
      point(
        'batch',
        'no',
        {
          nl: `Het model neemt ${large[0]?.dims?.[0]} beelden tegelijk, en de chip ${most}.`,
          en: `The model takes ${large[0]?.dims?.[0]} pictures at once, and the chip ${most}.`,
        },
        batch,
        { nodes: large.map(({ name }) => name), instead: { nl: 'Exporteer met batch 1.', en: 'Export with batch 1.' } },
      ),
    )
  return points
}

function precision(graph: Graph, chip: Chip): ChipPoint {
  const { precision: can } = chip
  const has = precisionOf(graph)
  if (!can.value)
    return undocumented(
      'precision',
      chip,
      { nl: 'met welke getallen het rekent', en: 'in which numbers it computes' },
      can,
    )
  if ((can.value as string[]).includes(has))
    return point(
      'precision',
      'fits',
      {
        nl: `De gewichten staan in ${has}, en daarin rekent de chip.`,
        en: `The weights stand in ${has}, and so the chip computes.`,
      },
      can,
    )
  const to = can.value.join(', ')
  return has === 'int8'
    ? point(
        'precision',
        'no',
        {
          nl: `Het model is al omgezet naar int8; de chip rekent in ${to}.`,
          en: `The model was turned into int8 already; the chip computes in ${to}.`,
        },
        can,
        { instead: { nl: 'Geef het model in float32.', en: 'Give the model in float32.' } },
      )
    : point(
        'precision',
        'fits',
        {
          nl: `De gewichten staan in ${has} en worden omgezet naar ${to}. Wat dat aan juistheid kost, moet je meten met je eigen foto’s.`,
          en: `The weights stand in ${has} and are turned into ${to}. What that costs in accuracy must be measured on your own pictures.`,
        },
        can,
      )
}

function memory(graph: Graph, chip: Chip): ChipPoint {
  const smallest = Math.min(...(chip.precision.value ?? ['float32']).map((each) => bytesPer[each] ?? 4))
  const needed = parametersOf(graph) * smallest
  const size = megabytes(needed)
  const room = chip.memory.value
  if (room === null)
    return point(
      'memory',
      'unknown',
      {
        nl: `De gewichten nemen ongeveer ${size.nl}; hoeveel geheugen er is, is niet gedocumenteerd.`,
        en: `The weights take about ${size.en}; how much memory there is, is not documented.`,
      },
      chip.memory,
    )
  const fits = needed <= room
  return point(
    'memory',
    fits ? 'fits' : 'no',
    {
      nl: `De gewichten nemen ongeveer ${size.nl} van ${megabytes(room).nl}; tussenresultaten komen daar nog bij.`,
      en: `The weights take about ${size.en} of ${megabytes(room).en}; what lies in between comes on top.`,
    },
    chip.memory,
  )
}
