/** Features of one part, before any recipe: rows of the local and of the semantic branch (empty where there is none). */
export interface PartFeatures {
  local: Float32Array
  semantic: Float32Array
}

/** One branch of a part under a base recipe: its rows as they are searched, and their distances to the base's bank. */
export interface BranchView {
  rows: Float32Array
  distances: Float32Array
}

/** What a base recipe sees of one part, branch by branch. */
export type PartView = BranchView[]

/** A picture that a person marked. `parts` is empty when no part was found in it, null when it could not be read. */
export interface MarkedView {
  id: string
  /** The same for the same picture. */
  key: string
  label: 'good' | 'bad'
  kind: string | null
  parts: PartView[] | null
}
