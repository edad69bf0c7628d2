import type { KnownProduct, Vendor } from '@nabij/base'

/** A product as a search shows it. */
export function productShown({ id, name, kind, ai }: KnownProduct, vendor: Vendor): object {
  return { id, name, kind, ai, vendor: vendorShown(vendor) }
}

/** A vendor as a search shows it. */
export function vendorShown({ id, name, domains, country, ultimateParent }: Vendor): object {
  const parent = ultimateParent.value
  return {
    id,
    name,
    domains,
    country: country.value,
    status: ultimateParent.status,
    parent: parent && { name: parent.name, country: parent.country },
  }
}
