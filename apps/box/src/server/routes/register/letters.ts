import { createRoute, z } from '@hono/zod-openapi'
import { Ask, Language, Letter } from '@nabij/base'
import { jsonBody } from '../../body/json-body.ts'
import { ownOnly } from '../../guard/own-only.ts'
import type { Router } from '../router.ts'
import { answer, bytesAnswer, defined, fails, IdParam, sent } from '../shapes.ts'
import * as examples from './examples.ts'
import { answerPaper, inLanguage } from './papers.ts'

const tags = ['Letters']

const letters = createRoute({
  method: 'get',
  path: '/register/letters',
  tags,
  summary: 'List the letters to suppliers',
  description: 'Drafts, what was sent, what was answered, and what is late.',
  responses: { 200: answer(z.object({ letters: z.array(Letter) }), 'The letters', { letters: [examples.letter] }) },
})

const write = createRoute({
  method: 'post',
  path: '/register/letters',
  tags,
  summary: 'Write a letter to a supplier',
  description: 'Asks precisely what is missing, and was not answered this year. Only about a service that is certain.',
  middleware: [jsonBody] as const,
  request: sent(z.strictObject({ serviceId: z.string().min(1).max(300), lang: Language.optional() }), {
    serviceId: 'example-books',
  }),
  responses: { 200: answer(Letter, 'The letter', examples.letter) },
  ...fails('NABIJ_SERVICE_UNKNOWN', 'NABIJ_LETTER_TOO_SOON', 'NABIJ_INVALID_INPUT'),
})

const edit = createRoute({
  method: 'patch',
  path: '/register/letters/{id}',
  tags,
  summary: 'Change a letter to a supplier',
  description: 'Its words, or that it was sent or answered. That it is late, the day says.',
  middleware: [jsonBody] as const,
  request: {
    params: IdParam,
    ...sent(
      Letter.pick({ subject: true, body: true })
        .extend({ state: z.enum(['draft', 'sent', 'answered']) })
        .partial(),
      { state: 'sent' },
    ),
  },
  responses: { 200: answer(Letter, 'The letter as it is now', examples.letter) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_INVALID_INPUT'),
})

const print = createRoute({
  method: 'get',
  path: '/register/letters/{id}/letter.pdf',
  tags,
  summary: 'Take a letter along as PDF',
  description: 'As it was edited, to print or to send.',
  request: { params: IdParam },
  responses: { 200: bytesAnswer('The letter', 'application/pdf') },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_PDF_UNAVAILABLE'),
})

const sheet = createRoute({
  method: 'get',
  path: '/register/letters/{id}/answer-sheet.csv',
  tags,
  summary: 'Take along the answer sheet of a letter',
  description: 'The supplier fills in its last column and sends it back; given as evidence, it answers the letter.',
  request: { params: IdParam },
  responses: { 200: bytesAnswer('The sheet', 'text/csv') },
  ...fails('NABIJ_NOT_FOUND'),
})

const typed = createRoute({
  method: 'post',
  path: '/register/letters/{id}/answer',
  tags,
  summary: 'Type over what a supplier answered',
  description:
    'Becomes evidence with the day on which it was said, as the sheet that comes back. What a supplier says is reported: it confirms nothing, and stands beside what is confirmed.',
  middleware: [ownOnly, jsonBody] as const,
  request: {
    params: IdParam,
    ...sent(
      z.strictObject({
        answeredOn: z.iso.date().nullable().default(null),
        answers: z.partialRecord(Ask, z.string().trim().max(2000)),
      }),
      { answeredOn: '2026-12-01', answers: { location: 'Ireland and the Netherlands' } },
    ),
  },
  responses: { 200: answer(Letter, 'The letter, answered', examples.letter) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_INVALID_INPUT', 'NABIJ_SAMPLE_READ_ONLY', 'NABIJ_EVIDENCE_BUSY'),
})

export function addLetters(router: Router): void {
  router.openapi(letters, async (c) => c.json({ letters: await c.get('workspace').register.letters() }, 200))
  router.openapi(write, async (c) => {
    const { serviceId, lang } = c.req.valid('json')
    return c.json(await c.get('workspace').register.addLetter(serviceId, inLanguage(c, lang)), 200)
  })
  router.openapi(edit, async (c) =>
    c.json(await c.get('workspace').register.changeLetter(c.req.valid('param').id, defined(c.req.valid('json'))), 200),
  )
  router.openapi(print, async (c) =>
    answerPaper(c, await c.get('workspace').register.letterPdf(c.req.valid('param').id)),
  )
  router.openapi(sheet, async (c) =>
    answerPaper(c, await c.get('workspace').register.answerSheet(c.req.valid('param').id)),
  )
  router.openapi(typed, async (c) => {
    const { answeredOn, answers } = c.req.valid('json')
    const said = { answeredOn, answers: defined(answers) }
    return c.json(await c.get('workspace').register.answerLetter(c.req.valid('param').id, said), 200)
  })
}
