import { readdirSync } from 'node:fs'
import { Socket } from 'node:net'
import { getPriority, setPriority } from 'node:os'
import { asNabijError } from '@nabij/base'
import type { ModelExecutor } from '@nabij/models'
import type {
  CorrectionOrder,
  Executor,
  Inspection,
  Lesson,
  PictureFacts,
  RecipeFile,
  TeachProgress,
} from '@nabij/stations'
import { cutNetwork } from '../cut-network.ts'
import { endWithParent } from '../end-with-parent.ts'
import { openChannel } from './channel.ts'
import { Order } from './messages.ts'
import { tensorsFrom, tensorsInto } from './tensor-bytes.ts'

/** What a child can do, one function per order. */
export interface ExecutorWork extends ModelExecutor {
  inspect(recipe: RecipeFile, picture: Uint8Array): Promise<Inspection>
  examine(picture: Uint8Array): Promise<PictureFacts>
  thumb: Executor['thumb']
  /** Writes the recipe to `out` and makes sure that it is on disk. */
  teach(lesson: Lesson, out: string, onProgress: (progress: TeachProgress) => void): ReturnType<Executor['teach']>
  readRecipe: Executor['readRecipe']
  /** Writes the version to a file of its own choice, makes sure that it is on disk, and says which. */
  correct(order: CorrectionOrder): Promise<Awaited<ReturnType<Executor['correct']>> & { file: string }>
  check: Executor['check']
  nearest: Executor['nearest']
  codes: Executor['codes']
}

/** The pipe that startChild opens. */
const pipe = 3
const beatMs = 500
/** So many steps of priority (nice) below the server, which answers the page; teaching goes further down, below verdicts. */
const below = { server: 10, verdicts: 5 }

/**
 * The child's side of the pool: answers orders until the pool is gone, and ends with it.
 * An order that is none is passed over; a stream that is no frames ends the child.
 */
export function serve(work: ExecutorWork): void {
  lowerPriority(below.server)
  endWithParent()
  const channel = openChannel(
    new Socket({ fd: pipe, readable: true, writable: true }),
    ({ body, bytes }) => {
      const order = Order.safeParse(body)
      if (order.success) void answer(order.data, bytes)
    },
    endNow,
  )
  cutNetwork('an executor')
  channel.send({ type: 'ready' })
  setInterval(() => channel.send({ type: 'beat', rss: process.memoryUsage.rss() }), beatMs)

  async function answer(order: Order, picture: Uint8Array): Promise<void> {
    const { id } = order
    if (order.kind === 'teach') lowerPriority(below.verdicts)
    try {
      const { result, bytes } = await carryOut(work, order, picture, (progress) =>
        channel.send({ type: 'progress', id, progress }),
      )
      channel.send({ type: 'done', id, result }, bytes)
    } catch (error) {
      const { code, params } = asNabijError(error)
      channel.send({ type: 'failed', id, code, params })
    }
  }
}

async function carryOut(
  work: ExecutorWork,
  order: Order,
  picture: Uint8Array,
  onProgress: (progress: TeachProgress) => void,
): Promise<{ result: unknown; bytes?: Uint8Array }> {
  if (order.kind === 'examine') return { result: await work.examine(picture) }
  if (order.kind === 'thumb') return { result: null, bytes: await work.thumb(picture) }
  if (order.kind === 'teach') return { result: await work.teach(order.lesson, order.out, onProgress) }
  if (order.kind === 'readRecipe') return { result: await work.readRecipe(order.path) }
  if (order.kind === 'correct') return { result: await work.correct(order.order) }
  if (order.kind === 'check') return { result: await work.check(order.recipe, order.photos) }
  if (order.kind === 'nearest') return { result: await work.nearest(order.recipe, picture, order.photos) }
  if (order.kind === 'codes') return { result: await work.codes(picture) }
  if (order.kind === 'readModel') return { result: await work.readModel(order.model) }
  if (order.kind === 'recognise') return { result: await work.recognise(order.model, order.settings, picture) }
  if (order.kind === 'infer') {
    const { values, bytes } = tensorsInto(await work.infer(order.model, tensorsFrom(order.tensors, picture)))
    return { result: values, bytes }
  }
  const { map, thumb, ...result } = await work.inspect(order.recipe, picture)
  return { result: { ...result, mapBytes: map.length }, bytes: Buffer.concat([map, thumb]) }
}

/** At once, without the clean-up of native libraries (which may hang or crash): nothing here needs any. */
function endNow(): void {
  process.kill(process.pid, 'SIGKILL')
}

/** On Linux a priority belongs to a thread: those that are there already are lowered one by one, later ones inherit it. */
function lowerPriority(steps: number): void {
  const threads = process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [process.pid]
  const priority = Math.min(19, getPriority() + steps)
  for (const thread of threads) {
    try {
      setPriority(thread, priority)
    } catch {
      // The thread is gone already, or the system does not allow it: it works all the same.
    }
  }
}
