import type { nl } from '../nl/index.ts'

export const promised: (typeof nl)['promised'] = {
  notYet: 'Not built yet',
  now: 'What works already',
  later: 'What will be here',
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
