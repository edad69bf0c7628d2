/** Why a graph is not run; in words that go into NABIJ_MODEL_UNSAFE. */
export class GraphFault extends Error {}

export function need(holds: boolean, what: string): asserts holds {
  if (!holds) throw new GraphFault(what)
}
