import { card } from './card.ts'
import { chips } from './chips.ts'
import { choices } from './choices.ts'
import { common } from './common.ts'
import { compare } from './compare.ts'
import { data } from './data.ts'
import { doors } from './doors.ts'
import { dropIn } from './drop-in.ts'
import { evidence } from './evidence.ts'
import { frame } from './frame.ts'
import { insight } from './insight.ts'
import { knowledge } from './knowledge.ts'
import { money } from './money.ts'
import { moves } from './moves.ts'
import { overview } from './overview.ts'
import { people } from './people.ts'
import { register } from './register.ts'
import { service } from './service.ts'
import { setup } from './setup.ts'
import { station } from './station.ts'
import { stations } from './stations.ts'
import { teach } from './teach.ts'
import { work } from './work.ts'

/** Dutch: the language in which the texts are written first. */
export const nl = {
  people,
  common,
  frame,
  doors,
  overview,
  moves,
  dropIn,
  compare,
  chips,
  money,
  stations,
  station,
  teach,
  data,
  setup,
  work,
  insight,
  card,
  register,
  service,
  knowledge,
  choices,
  evidence,
}
