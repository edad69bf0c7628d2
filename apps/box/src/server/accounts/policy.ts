import type { Role } from '@nabij/base'

/** What one route asks of whoever calls it. */
export interface Rule {
  /** The least role that may; `anyone` need not even log in. */
  need: Role | 'anyone'
  /** Only somebody who logged in (or sits at the box itself): no key of a program, no shared screen. */
  person?: true
  /** A paired phone may, for the station that it is bound to. */
  phone?: true
  /** The word of the audit log; false: it changes nothing that a person set. Every route that is no GET says which. */
  audit?: string | false
}

const look = { need: 'viewer' } as const
const own = (audit: string) => ({ need: 'owner', person: true, audit }) as const
const engineer = (audit: string) => ({ need: 'engineer', audit }) as const

/**
 * What each route needs, by method and path as the router knows them; the sample's are those of the own workspace. A
 * route that is not here is for owners: forgetting one opens nothing. A test goes over all routes with all roles.
 */
export const policy: Readonly<Record<string, Rule>> = {
  'GET /healthz': { need: 'anyone' },
  'GET /readyz': { need: 'anyone' },
  'GET /metrics': look,
  'GET /api/v1/openapi.json': { need: 'anyone' },
  'GET /api/docs': { need: 'anyone' },
  'GET /errors': { need: 'anyone' },
  'GET /errors/:code': { need: 'anyone' },

  'GET /api/v1/me': { need: 'anyone' },
  'POST /api/v1/login': { need: 'anyone', audit: false },
  'POST /api/v1/logout': { need: 'anyone', audit: false },
  'POST /api/v1/me/password': { need: 'viewer', person: true, audit: false },
  'POST /api/v1/owner': { need: 'owner', person: true, audit: false },
  'GET /api/v1/accounts': { need: 'owner', person: true },
  'POST /api/v1/accounts': { need: 'owner', person: true, audit: false },
  'PATCH /api/v1/accounts/:id': { need: 'owner', person: true, audit: false },
  'DELETE /api/v1/accounts/:id': { need: 'owner', person: true, audit: false },
  'GET /api/v1/devices': { need: 'engineer', person: true },
  'DELETE /api/v1/devices/:id': { need: 'engineer', person: true, audit: false },
  'POST /api/v1/devices/pairing': { need: 'engineer', person: true, audit: false },
  'POST /api/v1/devices/pair': { need: 'anyone', audit: false },
  'GET /api/v1/screen/people': look,
  'POST /api/v1/screen/operator': { need: 'viewer', audit: false },
  'DELETE /api/v1/screen/operator': { need: 'viewer', audit: false },
  'GET /api/v1/tokens': { need: 'viewer', person: true },
  'POST /api/v1/tokens': { need: 'viewer', person: true, audit: false },
  'DELETE /api/v1/tokens/:id': { need: 'viewer', person: true, audit: false },
  'GET /api/v1/audit': { need: 'owner', person: true },
  'GET /api/v1/audit.csv': { need: 'owner', person: true },

  'GET /api/v1/drop-in/dialects': look,
  'GET /api/v1/drop-in/routes': look,
  'POST /api/v1/drop-in/routes': engineer('drop-in.add'),
  'PATCH /api/v1/drop-in/routes/:id': engineer('drop-in.change'),
  'POST /api/v1/drop-in/routes/:id/key': engineer('drop-in.key'),
  'DELETE /api/v1/drop-in/routes/:id': engineer('drop-in.remove'),
  'GET /api/v1/drop-in/routes/:id/comparison': look,
  'POST /api/v1/drop-in/comparisons/:id/word': { need: 'operator', audit: 'drop-in.word' },
  'GET /api/v1/drop-in/comparisons/:id/picture': look,
  'GET /api/v1/drop-in/routes/:id/meter': look,
  'POST /api/v1/drop-in/routes/:id/bill': engineer('drop-in.bill'),

  'GET /api/v1/models': look,
  'GET /api/v1/models/:id': look,
  'POST /api/v1/models': engineer('model.add'),
  'PATCH /api/v1/models/:id': engineer('model.change'),
  'DELETE /api/v1/models/:id': engineer('model.remove'),
  'POST /api/v1/models/:id/try': { need: 'operator', audit: false },

  'GET /api/v1/status': look,
  'GET /api/v1/egress': look,
  'GET /api/v1/events': look,
  'GET /api/v1/jobs': look,
  'GET /api/v1/jobs/:id': look,
  'DELETE /api/v1/jobs/:id': engineer('job.cancel'),
  'GET /api/v1/cameras': { need: 'engineer' },

  'GET /api/v1/stations': { need: 'viewer', phone: true },
  'POST /api/v1/stations': engineer('station.add'),
  'GET /api/v1/stations/:id': { need: 'viewer', phone: true },
  'PATCH /api/v1/stations/:id': engineer('station.change'),
  'DELETE /api/v1/stations/:id': engineer('station.remove'),
  'GET /api/v1/stations/:id/picture': look,
  'GET /api/v1/stations/:id/overview': look,
  'GET /api/v1/stations/:id/series': look,
  'POST /api/v1/stations/:id/trigger': { need: 'operator', audit: false },
  'POST /api/v1/stations/:id/alarm/seen': { need: 'operator', audit: 'alarm.seen' },
  'POST /api/v1/stations/:id/frames': { need: 'operator', phone: true, audit: false },

  'POST /api/v1/stations/:id/products': engineer('product.add'),
  'PATCH /api/v1/stations/:id/products/:productId': engineer('product.change'),
  'DELETE /api/v1/stations/:id/products/:productId': engineer('product.remove'),
  'GET /api/v1/stations/:id/photos': look,
  'POST /api/v1/stations/:id/photos': { need: 'operator', phone: true, audit: 'photo.add' },
  'GET /api/v1/photos/:id/picture': look,
  'GET /api/v1/photos/:id/thumb': look,
  'GET /api/v1/photos/:id/parts': look,
  'PATCH /api/v1/photos/:id': engineer('photo.change'),
  'DELETE /api/v1/photos/:id': engineer('photo.remove'),
  'POST /api/v1/stations/:id/teach': engineer('recipe.teach'),
  'GET /api/v1/stations/:id/recipes': look,
  'POST /api/v1/stations/:id/recipes': engineer('recipe.import'),
  'GET /api/v1/stations/:id/recipes/compare': look,
  'POST /api/v1/recipes/:id/activate': engineer('recipe.activate'),
  'GET /api/v1/recipes/:id/file': { need: 'engineer' },

  'GET /api/v1/stations/:id/verdicts': look,
  'GET /api/v1/stations/:id/verdicts.csv': look,
  'GET /api/v1/stations/:id/verdicts.json': look,
  'GET /api/v1/stations/:id/labelled.zip': { need: 'engineer' },
  'GET /api/v1/verdicts/:id': look,
  'GET /api/v1/verdicts/:id/picture': look,
  'GET /api/v1/verdicts/:id/thumb': look,
  'GET /api/v1/verdicts/:id/map': look,
  'GET /api/v1/verdicts/:id/nearest': look,
  'POST /api/v1/verdicts/:id/feedback': { need: 'operator', audit: 'verdict.feedback' },
  'GET /api/v1/stations/:id/corrections': look,
  'POST /api/v1/corrections/:id/apply': { need: 'operator', audit: 'correction.apply' },
  'POST /api/v1/corrections/:id/undo': { need: 'operator', audit: 'correction.undo' },

  'GET /api/v1/stations/:id/outputs': { need: 'engineer' },
  'POST /api/v1/stations/:id/outputs': engineer('output.add'),
  'PATCH /api/v1/outputs/:id': engineer('output.change'),
  'DELETE /api/v1/outputs/:id': engineer('output.remove'),
  'POST /api/v1/outputs/:id/try': { need: 'engineer', audit: false },

  'GET /api/v1/register': look,
  'GET /api/v1/register/tiles': look,
  'GET /api/v1/register/services/:id': look,
  'POST /api/v1/register/services': engineer('service.add'),
  'PATCH /api/v1/register/services/:id': engineer('service.change'),
  'DELETE /api/v1/register/services/:id': engineer('service.remove'),
  'GET /api/v1/register/evidence': look,
  'POST /api/v1/register/evidence': engineer('evidence.add'),
  'GET /api/v1/register/evidence/:id': look,
  'DELETE /api/v1/register/evidence/:id': engineer('evidence.remove'),
  'GET /api/v1/register/dns': { need: 'engineer' },
  'POST /api/v1/register/dns': engineer('dns.look-up'),
  'GET /api/v1/register/questions': look,
  'POST /api/v1/register/questions/:id': engineer('question.answer'),
  'GET /api/v1/register/rules': look,
  'DELETE /api/v1/register/rules/:words': engineer('rule.remove'),
  'GET /api/v1/register/rule-book': look,
  'POST /api/v1/register/rule-book': engineer('rules.import'),
  'GET /api/v1/register/columns': look,
  'DELETE /api/v1/register/columns/:id': engineer('columns.forget'),
  'GET /api/v1/register/apart': look,
  'POST /api/v1/register/apart': engineer('finding.apart'),
  'DELETE /api/v1/register/apart': engineer('finding.rejoin'),
  'GET /api/v1/register/log': look,
  'GET /api/v1/register/concentration': look,
  'POST /api/v1/register/scenario': { need: 'viewer', audit: false },
  'GET /api/v1/register/check': look,
  'GET /api/v1/register/settings': look,
  'PATCH /api/v1/register/settings': engineer('register.change'),
  'GET /api/v1/register/report': look,
  'GET /api/v1/register/report.pdf': look,
  'GET /api/v1/register/report.html': look,
  'GET /api/v1/register/report.csv': look,
  'GET /api/v1/register/customer.csv': look,
  'GET /api/v1/register/report.cyclonedx.json': look,
  'GET /api/v1/register/report.ics': look,
  'GET /api/v1/register/letters': look,
  'POST /api/v1/register/letters': engineer('letter.write'),
  'PATCH /api/v1/register/letters/:id': engineer('letter.change'),
  'GET /api/v1/register/letters/:id/letter.pdf': look,
  'GET /api/v1/register/letters/:id/answer-sheet.csv': look,
  'POST /api/v1/register/letters/:id/answer': engineer('letter.answer'),
  'GET /api/v1/register/decisions': look,
  'GET /api/v1/register/decisions.csv': look,
  'POST /api/v1/register/decisions': engineer('decision.add'),
  'GET /api/v1/register/services/:id/exit-plan': look,
  'GET /api/v1/register/services/:id/exit-plan.pdf': look,
  'PATCH /api/v1/register/services/:id/exit-plan': engineer('exit.change'),
  'GET /api/v1/knowledge': look,
  'GET /api/v1/knowledge/laws': look,
  'GET /api/v1/knowledge/facts': look,
  'POST /api/v1/knowledge/vendors/:id/facts': engineer('fact.state'),
  'DELETE /api/v1/knowledge/vendors/:id/facts/:field': engineer('fact.undo'),
  'POST /api/v1/knowledge/preview': { need: 'engineer', audit: false },
  'POST /api/v1/knowledge/update': engineer('knowledge.update'),
  'DELETE /api/v1/knowledge/update': engineer('knowledge.undo'),
  'GET /api/v1/knowledge/search': look,
  'GET /api/v1/knowledge/vendors/:id': look,

  'GET /api/v1/moves': look,
  'POST /api/v1/moves': engineer('move.begin'),
  'GET /api/v1/moves/line': look,
  'GET /api/v1/moves/:id': look,
  'PATCH /api/v1/moves/:id': engineer('move.change'),
  'POST /api/v1/moves/:id/steps': engineer('move.step'),
  'GET /api/v1/chips': look,
  'GET /api/v1/chips/facts': look,
  'POST /api/v1/chips/check': { need: 'viewer', audit: false },
  'GET /api/v1/stations/:id/chip': look,

  'GET /api/v1/economics/prices': look,
  'POST /api/v1/economics/case': { need: 'viewer', audit: false },

  // A backup holds everything, and putting one back replaces everything, people included.
  'GET /api/v1/backups': { need: 'engineer' },
  'POST /api/v1/backups': engineer('backup.make'),
  'GET /api/v1/backups/:name/file': { need: 'owner', person: true },
  'POST /api/v1/restore': own('backup.restore'),
  'POST /api/v1/sample': { need: 'viewer', audit: false },
  'DELETE /api/v1/sample': engineer('sample.remove'),
}

const ownersOnly: Rule = { need: 'owner', person: true, audit: 'unknown' }

/** The rule of a route that was found. */
export function ruleOf(method: string, path: string): Rule {
  return policy[`${method} ${path.replace(/^\/sample(?=\/api\/)/, '')}`] ?? ownersOnly
}
