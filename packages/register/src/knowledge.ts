import type { Alternative, KnownEvent, KnownLaw, KnownProduct, Vendor } from '@nabij/base'
import type { LookUps } from './resolve/index.ts'

/** What the register asks of the knowledge; a `KnowledgeIndex` of the knowledge room answers it. */
export interface Knowledge extends LookUps {
  readonly laws: readonly KnownLaw[]
  events(about: string): readonly KnownEvent[]
  alternativesFor(productId: string, kind: KnownProduct['kind']): readonly Alternative[]
  search(text: string): { products: readonly { product: KnownProduct; vendor: Vendor }[]; vendors: readonly Vendor[] }
}
