import {
  Account,
  Actor,
  AuditEntry,
  Backup,
  Box,
  Comparison,
  Correction,
  Counts,
  Device,
  Drift,
  Egress,
  Evidence,
  errorCatalogue,
  Feedback,
  Finding,
  Flip,
  Job,
  Layers,
  Look,
  Me,
  Output,
  OutputConfig,
  OwnRule,
  Pairing,
  Part,
  Photo,
  Problem,
  Product,
  Question,
  Rate,
  Recipe,
  RecipeFacts,
  Region,
  RegisterSummary,
  Remark,
  Rule,
  Scenario,
  ScenarioResult,
  ScorePoint,
  Service,
  Station,
  StationConfig,
  StationSettings,
  StationSource,
  Status,
  Token,
  Truth,
  Verdict,
} from '@nabij/base'

import { createRouter } from '../routes/router.ts'
import { addSystem } from '../routes/system.ts'
import { workspaceRoutes } from '../routes/workspace-routes.ts'
import type { ApiDocument, Operation, Place } from './document-types.ts'
import { nameShapes } from './name-shapes.ts'

/** In the order of use: a shape after those that it holds. */
const shapes = {
  Actor,
  Account,
  Device,
  Pairing,
  Token,
  AuditEntry,
  Me,
  Problem,
  StationSource,
  StationConfig,
  Counts,
  Box,
  Region,
  Truth,
  Layers,
  Part,
  Feedback,
  Verdict,
  Rate,
  RecipeFacts,
  Recipe,
  Rule,
  StationSettings,
  Product,
  Drift,
  Station,
  ScorePoint,
  Look,
  Remark,
  Photo,
  Flip,
  Correction,
  Comparison,
  OutputConfig,
  Output,
  Job,
  Backup,
  Egress,
  Status,
  Finding,
  Evidence,
  Question,
  OwnRule,
  Service,
  RegisterSummary,
  Scenario,
  ScenarioResult,
}

const description = `The API of nabij, on this computer only.

Errors are \`application/problem+json\` with a stable code; each code has a page at \`/errors/{code}\`. Texts come in Dutch or English by Accept-Language (Dutch when neither is asked for).
POSTs that make something take \`Idempotency-Key\`: the same key with the same request is carried out once, and the answer is given again with \`Idempotent-Replay: true\`.
Times are epoch milliseconds, scores 0 to 1, boxes x y w h as shares of the picture, ids UUIDv7.
The sample company has the same API below \`/sample/api/v1\`, without backups.`

/** The OpenAPI 3.1 document, made from the routes themselves. */
export function apiDocument(version: string): ApiDocument {
  const router = createRouter()
  router.route('/api/v1', workspaceRoutes('own'))
  addSystem(router)
  const document = router.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'nabij', version, description, license: { name: 'EUPL-1.2' } },
    servers: [{ url: '/' }],
  })
  nameShapes(document, shapes)
  for (const { operation } of operationsOf(document)) {
    operation.operationId = nameOf(operation.summary)
    listErrors(operation)
  }
  return document
}

/** Every operation with its place, in the order of the document. */
export function operationsOf(document: ApiDocument): Place[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ method, path, operation })),
  )
}

/** "Judge a part" is `judgePart`: what a generated client calls it. */
function nameOf(summary: string): string {
  const words = summary.split(' ').filter((word) => !['a', 'an', 'the'].includes(word))
  return words.map((word, at) => (at === 0 ? word.toLowerCase() : word[0]?.toUpperCase() + word.slice(1))).join('')
}

/** Puts the codes that a route names under their statuses, and the problem that any route can answer as default. */
function listErrors(operation: Operation): void {
  const codes = operation['x-errors'] ?? []
  delete operation['x-errors']
  for (const [status, alike] of Map.groupBy(codes, (code) => errorCatalogue[code].status)) {
    operation.responses[status] = problem(alike.map((code) => `\`${code}\``).join(', '))
  }
  operation.responses['default'] = problem('Any other error, with its code')
}

function problem(description: string): Operation['responses'][string] {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}
