import type { Language } from '@nabij/base'
import { textsFor } from './texts.ts'

export interface TypstPage {
  language: Language
  title: string
  /** What stands at the top of every page. */
  left: string
  right: string
  isSample?: boolean
}

/** How every paper looks: A4, one typeface, one accent; `accent` and `hatch` are there to use. */
export function typstPage({ language, title, left, right, isSample = false }: TypstPage): string {
  const texts = textsFor(language)
  const head = isSample ? `text(fill: rgb("#b3261e"), weight: "semibold")[${safe(left)}]` : `[${safe(left)}]`
  return `#set document(title: "${quoted(title)}")
#set page(paper: "a4", margin: (x: 22mm, top: 24mm, bottom: 22mm),
  header: context { set text(9pt, fill: luma(90)); ${head}; h(1fr); [${safe(right)}] },
  footer: context { set text(9pt, fill: luma(90)); [nabij]; h(1fr); [${safe(texts.page)} #counter(page).display("1 / 1", both: true)] })
#set text(font: "Source Sans 3", size: 10.5pt, lang: "${language}", number-type: "lining")
#set par(leading: 0.62em)
#let accent = rgb("#0b5563")
#let hatch = tiling(size: (5pt, 5pt))[#place(line(start: (0%, 100%), end: (100%, 0%), stroke: 1pt + luma(60)))]
#show heading: set text(fill: accent, weight: "semibold")
#show heading.where(level: 1): set text(22pt)
#show heading.where(level: 2): set text(13pt)
#show heading.where(level: 2): set block(above: 1.5em, below: 0.7em)`
}

/** Text that Typst shows as it is, whatever a vendor's name or a file's name holds. */
export function safe(text: string): string {
  return `#"${quoted(text)}"`
}

function quoted(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\p{Cc}/gu, ' ')
}
