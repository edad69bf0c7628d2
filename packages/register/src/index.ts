export { assess } from './assess/assess.ts'
export { isEuropean, originOf } from './assess/europe.ts'
export { levels, objectives } from './assess/framework.ts'
export { buildRegister, type Register, type RegisterInput } from './build/build-register.ts'
export type { Apart } from './build/group.ts'
export { compare } from './conclude/compare.ts'
export { concentration } from './conclude/concentration.ts'
export { nextActions } from './conclude/next-actions.ts'
export { path } from './conclude/path.ts'
export { purchaseCheck } from './conclude/purchase-check.ts'
export { runScenario } from './conclude/scenario.ts'
export { chooseReader } from './evidence/choose.ts'
export { type Given, type ReadEvidence, type ReadOptions, readEvidence } from './evidence/read-evidence.ts'
export { type MailFacts, type MailHost, type MailSign, mailHost } from './mail.ts'
export { type Payee, payeeOf } from './payee.ts'
export type { Emit, EvidenceFile, EvidenceReader, Head } from './reader.ts'
export { bankCsvWith } from './readers/bank-csv/index.ts'
export { type BankMapping, proposeMapping } from './readers/bank-csv/mapping.ts'
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
