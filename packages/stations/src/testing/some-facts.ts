import type { Look, RecipeFacts } from '@nabij/base'

export const someLook: Look = { brightness: 0.5, contrast: 0.2, clipped: 0, sharpness: 0.5, hash: '0'.repeat(64) }

export function someFacts(facts: Partial<RecipeFacts> = {}): RecipeFacts {
  return {
    format: 'nabij-inspection/2',
    size: 224,
    mode: 'still',
    photos: 20,
    rows: { local: 10, semantic: 10 },
    limit: 0.5,
    mapLimit: 0.5,
    goodScores: [],
    oddOnes: [],
    promise: null,
    locate: null,
    located: 'switched-off',
    region: null,
    ignore: [],
    normal: null,
    badScores: [],
    errors: null,
    kinds: [],
    corrections: { good: 0, bad: 0 },
    next: null,
    model: { name: 'fake', sha256: '0' },
    ...facts,
  }
}
