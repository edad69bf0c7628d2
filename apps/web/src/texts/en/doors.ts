import type { nl } from '../nl/index.ts'

export const doors: (typeof nl)['doors'] = {
  title: 'What do you want to know first?',
  depend: {
    title: 'What does my company depend on?',
    text: 'Tick the software you use. One minute, no files.',
    action: 'Start ticking',
  },
  camera: {
    title: 'Let a camera inspect',
    text: 'Twenty photos of a good product are enough. Everything stays on this computer.',
    action: 'Start with your own product',
    live: 'Live now: a simulated biscuit line, inspected on this computer',
    waking: 'The biscuit line is starting …',
    learning: 'The biscuit line is running; nabij is still learning what a good biscuit looks like.',
    restart: 'Run the biscuit line',
    alt: 'Biscuit on the belt; the last verdict is: {{verdict}}',
  },
  cloud: {
    title: 'My software calls a cloud AI',
    text: 'Change nothing but the address. First see how often the answers agree.',
    action: 'See whether it pays',
  },
  picture: {
    bill: 'What you pay now',
    europe: 'in Europe',
    elsewhere: 'elsewhere',
    before: 'was',
    after: 'becomes',
  },
  sample: 'Look at a sample company',
  sampleText: 'Made up, kept apart, with a red frame.',
}
