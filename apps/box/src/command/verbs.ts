import { accountVerbs } from './accounts/verbs.ts'
import { benchVerbs } from './bench/verbs.ts'
import { boxVerbs } from './box/verbs.ts'
import { chipVerbs } from './chip/verbs.ts'
import { costVerbs } from './cost/verbs.ts'
import { dataVerbs } from './data/verbs.ts'
import { inspectionVerbs } from './inspection/verbs.ts'
import { knowledgeVerbs } from './knowledge/verbs.ts'
import { modelVerbs } from './model/verbs.ts'
import { moveVerbs } from './moves/verbs.ts'
import { outputVerbs } from './output/verbs.ts'
import { registerVerbs } from './register/verbs.ts'
import { stationVerbs } from './station/verbs.ts'
import type { Bilingual, Verb } from './verb.ts'

/** Everything that `nabij` can do, in the order in which help shows it. */
export const verbs: readonly Verb[] = [
  ...boxVerbs,
  ...accountVerbs,
  ...dataVerbs,
  ...registerVerbs,
  ...knowledgeVerbs,
  ...costVerbs,
  ...moveVerbs,
  ...chipVerbs,
  ...modelVerbs,
  ...inspectionVerbs,
  ...stationVerbs,
  ...outputVerbs,
  ...benchVerbs,
]

/** What a noun is about. */
export const nouns: Readonly<Record<string, Bilingual>> = {
  people: { nl: 'wie erin mag', en: 'who may come in' },
  register: { nl: 'waar je bedrijf van afhangt', en: 'what your company depends on' },
  knowledge: { nl: 'wat nabij van leveranciers weet', en: 'what nabij knows of vendors' },
  cost: {
    nl: 'wat een clouddienst kost, en wat het hier kost',
    en: 'what a cloud service costs, and what it costs here',
  },
  chip: {
    nl: 'op welke chip een model past, en of je er een nodig hebt',
    en: 'which chip a model fits, and whether you need one',
  },
  model: {
    nl: 'modellen die je meebrengt, in een nabij dat draait',
    en: 'models that you bring along, in a running nabij',
  },
  moves: { nl: 'waar je van overstapt, in een nabij dat draait', en: 'what you move away from, in a running nabij' },
  inspection: { nl: 'keur foto’s zonder dat nabij draait', en: 'inspect pictures without a running nabij' },
  station: { nl: 'de stations van een nabij dat draait', en: 'the stations of a running nabij' },
  output: {
    nl: 'aan wie een station het vertelt, in een nabij dat draait',
    en: 'whom a station tells, in a running nabij',
  },
  job: { nl: 'werk dat langer duurt, in een nabij dat draait', en: 'work that takes longer, in a running nabij' },
  bench: { nl: 'meet snelheid en juistheid op deze computer', en: 'measure speed and accuracy on this computer' },
}
