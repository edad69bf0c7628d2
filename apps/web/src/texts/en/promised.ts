import type { nl } from '../nl/index.ts'

export const promised: (typeof nl)['promised'] = {
  notYet: 'Not built yet',
  now: 'What works already',
  later: 'What will be here',
  register: {
    title: 'What does your company depend on?',
    text: 'This part does not exist yet. Once it does, you tick the software and cloud you use, and see in euros how much of it lies outside Europe and what would stop without it.',
    figure: '€31,480 a year on software and cloud',
    bar: '79% to companies outside Europe',
    crucial: '4 of 6 crucial services',
    step: 'Start with what leaves this device',
    stepText: 'nabij keeps a list of the connections it makes to the outside. That list is here already.',
    action: 'See the traffic to the outside',
  },
  moves: {
    title: 'From a cloud AI to this computer',
    text: 'This part does not exist yet. Once it does, your software changes nothing but the address. nabij then answers the way the cloud service does, runs beside it first, and shows how often the answers agree, how fast they come and what it saves.',
    cloud: 'cloud',
    here: 'here',
    agree: 'Same answer',
    cost: 'Cost per month',
    speed: 'Answer time',
    step: 'Let your software send a photo today',
    stepText: 'A station takes photos over HTTP and sends back the verdict: one call, no key, no bill.',
    action: 'Make a station that takes photos',
  },
}
