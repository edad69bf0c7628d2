import type { Product } from '@nabij/base'
import type { OutputRow, RecipeRow } from './ports.ts'
import type { StationsPorts } from './stations.ts'

/** What is stored about a station and needed at each picture, kept at hand. */
export interface Shelf {
  /** The active ones: one, or one for each product. */
  recipes: RecipeRow[]
  products: Product[]
  outputs: OutputRow[]
  readRecipes(): Promise<void>
  readProducts(): Promise<void>
  readOutputs(): Promise<void>
}

/** `taught` is called when there are recipes, `changed` after whatever was read. */
export function createShelf(
  ports: StationsPorts,
  stationId: string,
  { taught, changed }: { taught(): void; changed(): void },
): Shelf {
  const shelf: Shelf = {
    recipes: [],
    products: [],
    outputs: [],
    async readRecipes() {
      shelf.recipes = await ports.recipes.active(stationId)
      if (shelf.recipes.length > 0) taught()
      changed()
    },
    async readProducts() {
      shelf.products = await ports.products.list(stationId)
      changed()
    },
    async readOutputs() {
      shelf.outputs = await ports.outputs.list(stationId)
    },
  }
  return shelf
}
