export { assess } from './assess/assess.ts'
export { isEuropean, originOf } from './assess/europe.ts'
export { levels, objectives } from './assess/framework.ts'
export { buildRegister, type Register, type RegisterInput } from './build/build-register.ts'
export { type Apart, standsBehind } from './build/group.ts'
export { compare } from './conclude/compare.ts'
export { concentration } from './conclude/concentration.ts'
export { type ExitProofInput, exitProof } from './conclude/exit-proof.ts'
export { knowledgeChanges } from './conclude/knowledge-changes.ts'
export { nextActions, type Reminders } from './conclude/next-actions.ts'
export { path } from './conclude/path.ts'
export { purchaseCheck } from './conclude/purchase-check.ts'
export { runScenario } from './conclude/scenario.ts'
export { dnsQuestions, domainMeant, mostIncluded } from './dns/questions.ts'
export { includedIn, isName, quotedText, zoneText } from './dns/zone.ts'
export { chooseReader } from './evidence/choose.ts'
export { type Given, type ReadEvidence, type ReadOptions, readEvidence } from './evidence/read-evidence.ts'
export { type MailFacts, type MailHost, type MailSign, mailHost } from './mail.ts'
export { type Payee, payeeOf } from './payee.ts'
export type { Emit, EvidenceFile, EvidenceReader, Head } from './reader.ts'
export { choiceText, headerKey } from './readers/bank-csv/columns.ts'
export { readers } from './readers/index.ts'
export {
  isForeignFolder,
  isRepository,
  mayMatter,
  type RepositoryRead,
  readRepository,
  readRepositoryEvidence,
  type TreeFile,
} from './repository.ts'
export { isAsked } from './resolve/asked.ts'
export { type ByHand, findingByHand, type Resolution, resolve, ruleWords, slugOf } from './resolve/index.ts'
export { normalPackageUrl } from './software/package-url.ts'
