export { Account, Actor, AuditEntry, Device, Me, Pairing, Role, Token } from './account.ts'
export { Backup } from './backup.ts'
export {
  Chip,
  ChipAnswer,
  ChipCheck,
  ChipChecks,
  ChipFact,
  ChipFactChange,
  ChipNeed,
  ChipOperator,
  ChipOption,
  ChipPoint,
  ChipRule,
  ModelSummary,
} from './chip.ts'
export { Comparison, Correction, Flip } from './correction.ts'
export { Decision } from './decision.ts'
export { DnsAnswer, DnsOutcome, DnsPlan, DnsQuestion, DnsType } from './dns.ts'
export {
  CloudConfig,
  CloudKey,
  DialectFacts,
  DialectId,
  DropInConfig,
  type DropInRequest,
  DropInRoute,
  RouteMode,
} from './drop-in.ts'
export { Egress } from './egress.ts'
export { type ExitClock, type ExitOption, type ExitPlan, ExitProof, ExitState } from './exit-plan.ts'
export { Job } from './job.ts'
export {
  Alternative,
  Control,
  Country,
  Day,
  FactSource,
  FactStatus,
  KnownEvent,
  KnownLaw,
  KnownProduct,
  Parent,
  PartialDay,
  ServiceKind,
  Signatures,
  SourcedText,
  Vendor,
} from './knowledge.ts'
export { KnowledgePack } from './knowledge-pack.ts'
export { Language } from './language.ts'
export { AnswerSheet, Ask, Claim, Letter } from './letter.ts'
export { MeterLine, MoneyInput, Parameter, parameters, Stated, Use } from './money-input.ts'
export {
  MoneyFact,
  MoneyFigure,
  MoneyMonth,
  MoneyResult,
  MonteCarlo,
  TornadoBar,
} from './money-result.ts'
export { Move, MoveLine, MoveSaid, MoveState, MoveStep } from './move.ts'
export type { OnnxAttribute, OnnxConstant, OnnxFacts, OnnxNode, OnnxValue } from './onnx-facts.ts'
export { Output, OutputConfig } from './output.ts'
export {
  FactField,
  fieldShapes,
  KnowledgeChange,
  KnowledgeState,
  KnowledgeUpdate,
  OwnFact,
  OwnView,
  PackFacts,
  PackInUse,
} from './own-fact.ts'
export {
  ModelChange,
  ModelFamily,
  ModelLayout,
  ModelReading,
  ModelReason,
  ModelSettings,
  ModelValue,
  OwnModel,
  Recognised,
} from './own-model.ts'
export { Look, Photo, type PhotoChange, Remark } from './photo.ts'
export { Currency, Decimal, Price, PriceStatus, PriceUnit, Tier } from './price.ts'
export { Problem } from './problem.ts'
export { Product } from './product.ts'
export { Normal, Rate, Recipe, RecipeFacts } from './recipe.ts'
export {
  Confidence,
  Europe,
  Evidence,
  Exposure,
  Finding,
  FindingKind,
  Money,
  Origin,
  OwnRule,
  Question,
  RegisterSummary,
  Service,
  ServiceNotes,
  ServiceVendor,
  type Trace,
} from './register.ts'
export {
  Assessment,
  Concentrated,
  Concentration,
  FourthParty,
  NextAction,
  Objective,
  PathGoal,
  PathProgress,
  PurchaseCheck,
  RegisterChange,
  RegisterSnapshot,
  Scenario,
  ScenarioResult,
  SetApart,
} from './register-results.ts'
export { RuleBook, RuleBookImport } from './rule-book.ts'
export { Rule, StationSettings, usualSettings } from './settings.ts'
export {
  Answer,
  AnswerDecision,
  ComparisonWord,
  CutOverRule,
  DropInComparison,
  Latency,
  McNemar,
  MeterMonth,
  Proportion,
  RouteComparison,
  RouteMeter,
} from './shadow.ts'
export { Counts, Drift, ScorePoint, Station, StationConfig, StationSource } from './station.ts'
export { SampleState, Status } from './status.ts'
export { Column, ColumnChoice, KnownColumns, RememberedColumns, SeenTable } from './table.ts'
export { Box, Feedback, Layers, Part, Region, Truth, Verdict, VerdictWord } from './verdict.ts'
