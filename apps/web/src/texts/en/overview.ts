import type { nl } from '../nl/index.ts'

export const overview: (typeof nl)['overview'] = {
  title: 'Today',
  sentence_one: '{{count}} station inspected {{parts}} parts today.',
  sentence_other: '{{count}} stations inspected {{parts}} parts today.',
  refused: '{{share}} of them were refused.',
  nothingYet: 'Nothing has been inspected yet today.',
  next: 'What now?',
  teach: 'Show {{station}} what good looks like',
  teachText: 'This station has not seen photos of good parts yet.',
  fix: 'Look at {{station}}',
  fixText: 'Something is wrong here.',
  more: '{{n}} more good photos for {{station}}',
  moreText: 'Then at most {{parts}} in 100 good parts are refused.',
  backup: 'Make a first backup',
  backupText: 'There is no copy of this data yet.',
  preparing: 'The sample is being set up: its stations are learning their products.',
  allWell: 'Nothing urgent: everything is running.',
  doors: 'Looking for something else? Back to the three questions',
  stations: 'Stations',
}
