import type { nl } from '../nl/index.ts'

export const overview: (typeof nl)['overview'] = {
  title: 'Today',
  sentence_one: '{{count}} station inspected {{parts}} parts today.',
  sentence_other: '{{count}} stations inspected {{parts}} parts today.',
  refused: 'Of these, {{share}} were refused.',
  nothingYet: 'Nothing has been inspected yet today.',
  next: 'What now?',
  teach: 'Teach {{station}} its product',
  teachText: 'This station has not seen photos of good parts yet.',
  fix: 'Look at {{station}}',
  fixText: 'Something is not right here.',
  more: '{{n}} more good photos for {{station}}',
  moreText: 'Then at most {{parts}} of 100 good parts are refused.',
  backup: 'Make a first backup',
  backupText: 'There is no copy of these data yet.',
  preparing: 'The sample is being set up: its stations learn their product.',
  allWell: 'Nothing urgent. Everything runs.',
  doors: 'Want to find out something else? Back to the three questions',
  stations: 'Stations',
}
