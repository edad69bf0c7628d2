export type {
  Dialect,
  DialectCall,
  DialectKey,
  DialectRequest,
  DialectResponse,
  DialectResult,
  Label,
  ModelFacts,
  NamedTensor,
  VerdictResult,
} from './dialect.ts'
export { dialects } from './dialects.ts'
export { signRequest } from './signature/sign-request.ts'
export { accessKeyOf, type SignatureKeys, verifySignature } from './signature/verify-signature.ts'
export type { Understood } from './understand.ts'
