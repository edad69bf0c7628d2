import type { Chip, ChipPoint, OnnxNode } from '@nabij/base'
import type { Said } from './operators.ts'
import { point, undocumented, type Words } from './point.ts'

const mostNames = 5

/** What the documents say of the operators of a model: one point for each reason, those that fit together as one. */
export function operatorPoints(said: readonly Said[], chip: Chip): ChipPoint[] {
  const { operators } = chip
  if (!operators.value)
    return [
      undocumented(
        'operator',
        chip,
        { nl: 'welke bewerkingen het uitvoert', en: 'which operators it runs' },
        operators,
      ),
    ]
  const fine = said.filter(({ runs }) => runs === 'yes')
  const wrong = Map.groupBy(
    said.filter(({ runs }) => runs !== 'yes'),
    ({ node, runs, broken }) => `${node.domain}.${node.operator} ${runs} ${broken.map(({ say }) => say.en).join()}`,
  )
  return [
    ...[...wrong.values()].map((alike) => badPoint(alike, chip)),
    ...(fine.length > 0 ? [finePoint(fine, chip)] : []),
  ]
}

function finePoint(fine: readonly Said[], chip: Chip): ChipPoint {
  const kinds = [...new Set(fine.map(({ node }) => node.operator))].sort()
  const reads = chip.operatorsOf === 'reader'
  return point(
    'operator',
    reads ? 'unknown' : 'fits',
    reads
      ? {
          nl: `Het leesprogramma kent deze bewerkingen; welke de chip zelf uitvoert, staat er niet bij: ${kinds.join(', ')}.`,
          en: `The program that reads the file knows these operators; which of them the chip itself runs is not said: ${kinds.join(', ')}.`,
        }
      : { nl: `Staat in de documentatie: ${kinds.join(', ')}.`, en: `Documented: ${kinds.join(', ')}.` },
    chip.operators,
    { count: fine.length },
  )
}

function badPoint(alike: readonly Said[], chip: Chip): ChipPoint {
  const [first] = alike
  const { operator = '', domain = '' } = first?.node ?? {}
  const name = domain === '' ? operator : `${domain}.${operator}`
  const unlisted = first?.runs === 'unlisted'
  const open = first?.runs === 'unknown'
  const reasons = first?.broken.map(({ say }) => say) ?? []
  const doubt = open && first ? doubtOf(first) : null
  const text: Words = unlisted
    ? { nl: `${name} staat niet in de lijst van ${chip.name}.`, en: `${name} is not on the list of ${chip.name}.` }
    : {
        nl: `${name}: ${joined(reasons, 'nl', doubt)}`,
        en: `${name}: ${joined(reasons, 'en', doubt)}`,
      }
  return point('operator', open ? 'unknown' : answerOf(chip), text, chip.operators, {
    operator: name,
    count: alike.length,
    nodes: alike.slice(0, mostNames).map(({ node }) => nameOf(node)),
    instead: first?.known?.instead ?? null,
  })
}

function joined(reasons: readonly Words[], language: 'nl' | 'en', doubt: Words | null): string {
  return [...reasons, ...(doubt ? [doubt] : [])].map((each) => each[language]).join(' ')
}

/** Why it cannot be said: only the maker's own program knows, or the model leaves sizes open. */
function doubtOf({ broken, known }: Said): Words {
  const open = [...broken.map(({ rule }) => rule), ...(known?.or ?? [])]
  return open.some(({ test }) => test === 'attention' || test === 'ask')
    ? {
        nl: 'Of dat hier zo is, zegt alleen het programma van de maker.',
        en: 'Whether that is so here, only the maker’s own program can say.',
      }
    : {
        nl: 'Of dat hier zo is, blijkt niet uit het model zelf.',
        en: 'Whether that is so here, the model itself does not show.',
      }
}

/** Where it runs instead, if that is documented. */
function answerOf({ others }: Chip): 'partly' | 'no' {
  return others.value === 'host' || others.value === 'host-ends' ? 'partly' : 'no'
}

export function nameOf({ name, outputs }: OnnxNode): string {
  return name || outputs[0] || '?'
}
