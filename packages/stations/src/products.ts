import { NabijError, newId, type Product } from '@nabij/base'
import type { StationLife } from './station-life.ts'
import type { StationsPorts } from './stations.ts'

export async function addProduct(
  { products }: StationsPorts,
  station: StationLife,
  { name, code }: Omit<Product, 'id'>,
): Promise<Product> {
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
