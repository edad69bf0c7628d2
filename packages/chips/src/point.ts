import type { Chip, ChipPoint } from '@nabij/base'

export interface Words {
  nl: string
  en: string
}

type Rests = Pick<ChipPoint, 'status' | 'source' | 'checkedOn'>

/** One thing that was looked at, with what it rests on. */
export function point(
  about: ChipPoint['about'],
  answer: ChipPoint['answer'],
  text: Words,
  { status, source, checkedOn }: Rests,
  more: Partial<Pick<ChipPoint, 'operator' | 'count' | 'nodes' | 'instead'>> = {},
): ChipPoint {
  return { about, answer, operator: null, count: 0, nodes: [], text, instead: null, ...more, status, source, checkedOn }
}

/** Nothing that was read says so. */
export function undocumented(about: ChipPoint['about'], { name }: Chip, what: Words, rests: Rests): ChipPoint {
  return point(
    about,
    'unknown',
    {
      nl: `Van ${name} is nergens gelezen ${what.nl}.`,
      en: `Of ${name} it was read nowhere ${what.en}.`,
    },
    rests,
  )
}

export function megabytes(bytes: number): Words {
  const [value, unit] = bytes >= 1e9 ? [bytes / 1e9, 'GB'] : [bytes / 1e6, 'MB']
  const text = value.toFixed(value < 10 ? 1 : 0)
  return { nl: `${text.replace('.', ',')} ${unit}`, en: `${text} ${unit}` }
}

export function percent(share: number): string {
  return share > 0 && share < 0.01 ? '< 1 %' : `${Math.min(Math.round(share * 100), share < 1 ? 99 : 100)} %`
}
