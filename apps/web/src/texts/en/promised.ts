import type { nl } from '../nl/index.ts'

export const promised: (typeof nl)['promised'] = {
  notYet: 'Still being made',
  now: 'What works already',
  later: 'What will be here',
  register: {
    title: 'What does your company depend on?',
    text: 'This part does not exist yet. Once it does, you tick which software and cloud you use, and see in euros what of it lies outside Europe and what stops when it falls away.',
    figure: '€31,480 a year on software and cloud',
    bar: '79% to companies outside Europe',
    crucial: '4 of 6 crucial services',
    step: 'Start with what leaves this device',
    stepText: 'nabij records which connections it makes to the outside. That list is there already.',
    action: 'See the traffic to the outside',
  },
  moves: {
    title: 'From a cloud AI to this computer',
    text: 'This part does not exist yet. Once it does, your software changes only the address. nabij then answers as the cloud service does, runs beside it first, and shows how often the answers agree, how fast they come and what it saves.',
    agree: 'Same answer',
    cost: 'Cost per month',
    speed: 'Answer time',
    step: 'Let your software send a photo today',
    stepText: 'A station takes photos over HTTP and sends back the verdict: one call, no key, no bill.',
    action: 'Make a station that takes photos',
  },
}
