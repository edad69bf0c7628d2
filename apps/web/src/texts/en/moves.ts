import type { nl } from '../nl/index.ts'

export const moves: (typeof nl)['moves'] = {
  menu: 'Parts of moving',
  nav: { all: 'Moves', money: 'Money', dropIn: 'Drop-in' },
  hub: {
    title: 'From a cloud AI to this computer',
    text: 'Does your software send pictures to a cloud service? First see whether doing it here pays. Then change only the address.',
    money: {
      title: 'Does it pay?',
      text: 'What you pay now against what it costs here, with nothing left out. One honest sentence as the answer.',
      action: 'Work it out',
    },
    dropIn: {
      title: 'Let your program ask here',
      text: 'Your program keeps its code and gets another address and another key.',
      action: 'Connect a program',
      connected_one: '{{count}} program connected',
      connected_other: '{{count}} programs connected',
      answered: '{{n}} questions answered since the start',
    },
  },
}
