import type { Drift, Verdict } from '@nabij/base'
import { type DriftWatch, watchDrift } from './drift.ts'
import type { Outcome } from './inspect-frame.ts'
import type { RecipeRow } from './ports.ts'
import type { StationMemory } from './station-memory.ts'

/** Whether light, lens or parts have drifted away from what a station was taught. */
export interface Drifting {
  /** A picture was judged. The promise is there when something changed: until it is written down. */
  saw(verdict: Verdict, outcome: Outcome): Promise<void> | null
  /** Of these active recipes; a station that was taught again has not drifted. */
  of(recipes: readonly RecipeRow[]): Drift | null
}

interface DriftingStation {
  memory(): StationMemory
  remember(change: Partial<StationMemory>): Promise<void>
}

/** A correction changes nothing about light and lens: what counts is the taught version below it. */
function taughtBy(recipe: RecipeRow): string {
  return recipe.baseId ?? recipe.id
}

export function createDrifting({ memory, remember }: DriftingStation): Drifting {
  const watches = new Map<string, DriftWatch>()

  function watchOf(recipe: RecipeRow): DriftWatch {
    const id = taughtBy(recipe)
    const { drift, driftFrom } = memory()
    const watch = watches.get(id) ?? watchDrift(recipe.facts, driftFrom === id ? drift : null)
    watches.set(id, watch)
    return watch
  }

  return {
    saw(verdict, { inspection, recipe }) {
      if (!inspection || !recipe) return null
      const watch = watchOf(recipe)
      const before = watch.drift()
      watch.saw(inspection.look, verdict.verdict === 'pass' ? verdict.score : null, verdict.recordedAt)
      const drift = watch.drift()
      // Another product may have drifted meanwhile: that it did is not taken back by this one.
      if (!drift && memory().driftFrom !== taughtBy(recipe)) return null
      if (drift?.of === before?.of && drift?.direction === before?.direction) return null
      return remember({ drift, driftFrom: drift && taughtBy(recipe) })
    },
    of(recipes) {
      const { drift, driftFrom } = memory()
      return recipes.some((recipe) => taughtBy(recipe) === driftFrom) ? drift : null
    },
  }
}
