import { RecipeFacts } from '@nabij/base'

/** What a small recipe of format 1 says about itself, for tests. */
export const plainFacts = RecipeFacts.parse({
  format: 'nabij-inspection/1',
  size: 256,
  mode: 'still',
  photos: 2,
  rows: { local: 10, semantic: 4 },
  limit: 0.4,
  mapLimit: 0.3,
  goodScores: [0.3, 0.4],
  oddOnes: [],
  promise: null,
  next: null,
  model: { name: 'efficientnet-lite0', sha256: 'x' },
})
