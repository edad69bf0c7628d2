export { contractCalendar } from './calendar.ts'
export { servicesCsv } from './csv.ts'
export { type SaasBomInput, saasBom } from './cyclonedx.ts'
export { type ExitPlanInput, exitPlanFor } from './exit-plan.ts'
export { reportHtml } from './html.ts'
export { type Ask, type Letter, type LetterInput, letterFor } from './letter.ts'
export {
  buildReport,
  type Headline,
  type Report,
  type ReportInput,
  type Row,
  type Share,
  type Source,
} from './report.ts'
export { reportTypst } from './typst.ts'
