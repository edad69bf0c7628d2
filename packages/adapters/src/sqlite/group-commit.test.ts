import { expect, it } from 'vitest'
import { groupCommit } from './group-commit.ts'

/** A commit that ends when it is told to. */
function held() {
  const groups: number[][] = []
  const ends: (() => void)[] = []
  const commit = groupCommit(async (items: number[]) => {
    groups.push(items)
    await new Promise<void>((resolve) => ends.push(resolve))
    if (items.includes(13)) throw new Error('no luck')
    return items.map((item) => item * 10)
  })
  return { commit, groups, end: () => ends.shift()?.() }
}

it('commits at once when nothing runs, and what arrives meanwhile together', async () => {
  const { commit, groups, end } = held()
  const answers = [commit(1), commit(2), commit(3)]
  expect(groups).toEqual([[1]])
  end()
  expect(await answers[0]).toBe(10)
  await Promise.resolve()
  expect(groups).toEqual([[1], [2, 3]])
  end()
  expect(await Promise.all(answers)).toEqual([10, 20, 30])
})

it('tells all of a group that failed, and goes on with the next', async () => {
  const { commit, end } = held()
  const answers = Promise.allSettled([commit(13), commit(1)])
  end()
  await new Promise(setImmediate)
  end()
  expect((await answers).map((answer) => answer.status)).toEqual(['rejected', 'fulfilled'])
})

it('keeps a group small enough to be quick', async () => {
  const { commit, groups, end } = held()
  const all = Promise.all(Array.from({ length: 600 }, (_, n) => commit(n + 100)))
  for (let round = 0; round < 4; round++) {
    end()
    await new Promise(setImmediate)
  }
  await all
  expect(groups.map((group) => group.length)).toEqual([1, 256, 256, 87])
})
