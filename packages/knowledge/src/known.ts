import type { KnowledgePack, KnownProduct, Signatures, Vendor } from '@nabij/base'

/** A known product, or only its vendor. */
export interface Known {
  vendor: Vendor
  product: KnownProduct | null
}

/** Everything that has signatures: products first, so that a product wins over its vendor. */
export function allKnown({ vendors }: KnowledgePack): Known[] {
  const products = vendors.flatMap((vendor) => vendor.products.map((product) => ({ vendor, product })))
  return [...products, ...vendors.map((vendor) => ({ vendor, product: null }))]
}

export function signaturesOf({ vendor, product }: Known): Signatures {
  return product ? product.signatures : vendor.signatures
}
