export { answerSheet, decisionsCsv } from './answer-sheet.ts'
export { type CalendarInput, registerCalendar } from './calendar.ts'
export { servicesCsv } from './csv.ts'
export { customerSheet } from './customer-sheet.ts'
export { type SaasBomInput, saasBom } from './cyclonedx.ts'
export { type ExitPlanInput, exitPlanFor } from './exit-plan.ts'
export { exitPlanTypst } from './exit-plan-typst.ts'
export { reportHtml } from './html.ts'
export { askText, type LetterDraft, type LetterInput, letterFor } from './letter.ts'
export { letterTypst } from './letter-typst.ts'
export {
  buildReport,
  type Headline,
  type Report,
  type ReportInput,
  type Row,
  type Share,
} from './report.ts'
export type { Source } from './source-list.ts'
export { reportTypst } from './typst.ts'
