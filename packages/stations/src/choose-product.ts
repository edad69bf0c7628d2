import { NabijError, type Product, type StationSettings } from '@nabij/base'
import { limitOf } from './limit-of.ts'
import type { Frame, Inspection, RecipeRow } from './ports.ts'

/** What a picture is judged with: the recipe, and the answer where choosing it took one. */
export interface Choice {
  productId: string | null
  recipe: RecipeRow | null
  answer: Inspection | NabijError | null
}

/** What a station knows: its products, and the active recipes. */
export interface Knowledge {
  settings: StationSettings
  products: Product[]
  recipes: RecipeRow[]
}

/**
 * The second best product must lie this many times further from its limit than the best one: otherwise a defective part
 * of one product could be taken for a good one of another, and nobody would see it.
 */
export const clearly = 1.25

export interface Chooser {
  codes(picture: Uint8Array): Promise<string[]>
  inspect(recipe: RecipeRow, picture: Uint8Array): Promise<Inspection | NabijError>
}

/** Which product a picture shows, by the name of its file, by a code on it, or by looking. Never guessed: unclear is said. */
export async function chooseProduct(knowledge: Knowledge, frame: Frame, chooser: Chooser): Promise<Choice> {
  const { settings, products, recipes } = knowledge
  const own = recipes.filter((recipe) => products.some((product) => product.id === recipe.productId))
  // Without products, and before the first of them is taught, there is one recipe for all.
  if (own.length === 0) return { productId: null, recipe: recipes[0] ?? null, answer: null }
  const said = frame.product ? named(products, frame.product) : null
  if (frame.product && !said) return unclear
  if (said) return knownAs(said, own)
  if (settings.choose === 'looking') return byLooking(knowledge, own, frame.picture, chooser)
  try {
    const product =
      settings.choose === 'name' ? byName(products, frame.name) : await byCode(products, frame.picture, chooser)
    return product ? knownAs(product, own) : unclear
  } catch (thrown) {
    if (thrown instanceof NabijError) return { productId: null, recipe: null, answer: thrown }
    throw thrown
  }
}

const unclear: Choice = { productId: null, recipe: null, answer: new NabijError('NABIJ_PRODUCT_UNCLEAR') }

function knownAs({ id }: Product, recipes: RecipeRow[]): Choice {
  const recipe = recipes.find(({ productId }) => productId === id) ?? null
  return { productId: id, recipe, answer: recipe ? null : new NabijError('NABIJ_PRODUCT_UNTAUGHT') }
}

/** By what whoever brings the picture says: an id, a name or a code. */
function named(products: Product[], said: string): Product | null {
  const same = (text: string | null): boolean => text?.toLowerCase() === said.toLowerCase()
  return onlyOne(products.filter(({ id, name, code }) => same(id) || same(name) || same(code)))
}

/** The longest code with which the name begins: "A-12" before "A". */
function byName(products: Product[], name: string | null): Product | null {
  const wanted = name?.toLowerCase() ?? ''
  const fitting = products.filter(({ code }) => code && wanted.startsWith(code.toLowerCase()))
  const longest = Math.max(...fitting.map(({ code }) => code?.length ?? 0))
  return onlyOne(fitting.filter(({ code }) => code?.length === longest))
}

async function byCode(products: Product[], picture: Uint8Array, { codes }: Chooser): Promise<Product | null> {
  const read = await codes(picture)
  return onlyOne(products.filter(({ code }) => code && read.includes(code)))
}

function onlyOne<T>(found: T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null
}

/** One after the other, so that a station with many products takes no more of the executor than another. */
async function byLooking(
  { settings }: Knowledge,
  recipes: RecipeRow[],
  picture: Uint8Array,
  { inspect }: Chooser,
): Promise<Choice> {
  const seen: (Choice & { ratio: number })[] = []
  for (const recipe of recipes) {
    const answer = await inspect(recipe, picture)
    const choice = { productId: recipe.productId, recipe, answer }
    if (answer instanceof NabijError) return { ...choice, productId: null }
    const limit = limitOf(recipe.facts, settings.limit)
    const found = recipe.facts.locate === null || answer.parts.length > 0
    const usable = found && limit !== null && limit > 0
    seen.push({ ...choice, ratio: usable ? answer.score / limit : Number.POSITIVE_INFINITY })
  }
  const [best, second] = seen.sort((a, b) => a.ratio - b.ratio)
  if (!best || (second && !(second.ratio > best.ratio * clearly))) return unclear
  return best
}
