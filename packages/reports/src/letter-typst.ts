import { dayText, type Letter } from '@nabij/base'
import { safe, typstPage } from './typst-page.ts'

export interface LetterPaper {
  letter: Pick<Letter, 'language' | 'subject' | 'body'>
  company: string | null
  /** YYYY-MM-DD */
  today: string
  sample?: boolean
}

/** A letter as it is sent, on paper: the words that a person made of it, and nothing else. */
export function letterTypst({ letter, company, today, sample = false }: LetterPaper): string {
  const { language, subject, body } = letter
  const day = dayText(today, language)
  const mark = language === 'nl' ? 'VOORBEELD' : 'SAMPLE'
  return [
    typstPage({ language, title: subject, left: sample ? mark : (company ?? ''), right: day, isSample: sample }),
    `#set par(justify: false, leading: 0.72em, spacing: 1.5em)\n#v(8mm)\n#text(14pt, weight: "semibold", fill: accent)[${safe(subject)}]\n#v(4mm)`,
    ...body.split(/\n{2,}/).map(paragraph),
  ].join('\n\n')
}

/** Numbered questions hang; other lines stay as they were broken. */
function paragraph(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const numbered = lines.map((line) => /^(\d{1,2})[.)]\s+(.*)$/s.exec(line))
  if (lines.length === 0) return '#v(6mm)'
  if (numbered.every((match) => match !== null))
    return `#grid(columns: (auto, 1fr), column-gutter: 6pt, row-gutter: 9pt,\n  ${numbered
      .map((match) => `[${safe(`${match?.[1]}.`)}], [${safe(match?.[2] ?? '')}]`)
      .join(',\n  ')})`
  return lines.map((line) => safe(line)).join(' \\\n')
}
