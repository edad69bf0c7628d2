import { NabijError, newId, type Product } from '@nabij/base'
import type { StationLife } from './station-life.ts'
import type { StationsPorts } from './stations.ts'

export async function addProduct(
  { products }: StationsPorts,
  station: StationLife,
  { name, code }: Omit<Product, 'id'>,
): Promise<Product> {
  assertFree(station, [name, code])
  const product = { id: newId(), name, code }
  await products.insert(station.row.id, product)
  await station.shelf.readProducts()
  return product
}

export async function changeProduct(
  { products }: StationsPorts,
  station: StationLife,
  productId: string,
  change: Partial<Omit<Product, 'id'>>,
): Promise<Product> {
  productOrThrow(station, productId)
  assertFree(station, [change.name, change.code], productId)
  await products.update(productId, change)
  await station.shelf.readProducts()
  return productOrThrow(station, productId)
}

/** With its photos and recipes. */
export async function removeProduct({ products }: StationsPorts, station: StationLife, id: string): Promise<void> {
  productOrThrow(station, id)
  await station.changeRecipes(() => products.remove(id))
  await station.shelf.readProducts()
}

export function productOrThrow({ shelf, row }: StationLife, id: string): Product {
  const product = shelf.products.find((product) => product.id === id)
  if (!product) throw new NabijError('NABIJ_NOT_FOUND', { what: `/stations/${row.id}/products/${id}` })
  return product
}

/** By its name or its code a product is known: with two of the same each picture would be unclear. */
function assertFree({ shelf }: StationLife, words: (string | null | undefined)[], own?: string): void {
  const others = shelf.products.filter(({ id }) => id !== own)
  const taken = new Set(others.flatMap(({ name, code }) => [name, code ?? name]).map((word) => word.toLowerCase()))
  const name = words.find((word) => word && taken.has(word.toLowerCase()))
  if (name) throw new NabijError('NABIJ_NAME_TAKEN', { name })
}
