import { NabijError } from '@nabij/base'
import { type Child, type Loss, startChild } from './child.ts'
import type { Limits } from './limits.ts'
import { type Answer, errorFrom } from './messages.ts'
import type { Task } from './task.ts'

export interface WorkerEvents {
  /** It became ready, or has room again. */
  onRoom(): void
  /** Its oldest task takes long: the others are to be done by somebody else. */
  onSlow(others: Task[]): void
  /** Its resident memory in bytes, twice a second. */
  onMemory(rss: number): void
  /** The process has ended; `left` are the tasks that it had not answered. */
  onGone(left: Task[], loss: Loss): void
}

/** A child that judges, and the tasks that it is busy with. */
export interface Worker {
  readonly pid: number | undefined
  /** May be given tasks (it has started, and is not being ended). */
  readonly ready: boolean
  readonly busy: number
  /** Its oldest task takes long: it is given nothing until that has ended. */
  readonly slow: boolean
  /** It has answered a task, well or with a named error: it is not one that falls at once. */
  readonly answered: boolean
  /** Its resident memory as it last said. */
  bytes: number
  /** Takes no more tasks until it has nothing to do: it is kept free for a task that must be alone. */
  reserved: boolean
  /** Whether it has probably opened this lane's recipe already. */
  knows(lane: string): boolean
  give(task: Task): void
  kill(reason: Loss['reason']): Promise<void>
}

/** About as many recipes as a child keeps open (recipe-cache.ts): a wrong guess costs one opening, nothing else. */
const remembered = 16

export function startWorker(
  start: { program: string; args: string[]; writes: string[] },
  limits: Limits,
  events: WorkerEvents,
): Worker {
  const tasks = new Map<number, { task: Task; deadline: NodeJS.Timeout; late: NodeJS.Timeout }>()
  const lanes = new Set<string>()
  let nextId = 0
  let idle: NodeJS.Timeout | undefined

  const worker = {
    ready: false,
    slow: false,
    answered: false,
    reserved: false,
    bytes: 0,
    get pid() {
      return child.pid
    },
    get busy() {
      return tasks.size
    },
    knows: (lane: string) => lanes.has(lane),
    give(task: Task) {
      const id = nextId++
      clearTimeout(idle)
      remember(task.lane)
      const deadline = setTimeout(() => giveUp(id), limits.jobMs)
      const late = setTimeout(() => passOn(id), limits.slowMs)
      tasks.set(id, { task, deadline, late })
      child.send({ ...task.job, id }, task.bytes)
    },
    kill(reason: Loss['reason']) {
      worker.ready = false
      clearTimeout(idle)
      return child.kill(reason)
    },
  }
  const childOptions = { ...start, memoryMb: limits.memoryMb, startMs: limits.startMs, silenceMs: limits.silenceMs }
  const child: Child = startChild(childOptions, {
    onReady() {
      worker.ready = true
      rest()
      events.onRoom()
    },
    onMemory: events.onMemory,
    onAnswer(answer, bytes) {
      if (answer.type === 'progress') return
      const task = take(answer.id)
      if (!task) return
      settle(task, answer, bytes)
      worker.answered = true
      if (tasks.size === 0) rest()
      events.onRoom()
    },
    onGone(loss) {
      worker.ready = false
      clearTimeout(idle)
      events.onGone(
        [...tasks.keys()].map((id) => take(id)).filter((task) => task !== null),
        loss,
      )
    },
  })
  return worker

  function take(id: number): Task | null {
    const entry = tasks.get(id)
    if (!entry) return null
    clearTimeout(entry.deadline)
    clearTimeout(entry.late)
    worker.slow = false
    tasks.delete(id)
    return entry.task
  }

  function giveUp(id: number): void {
    take(id)?.failed(new NabijError('NABIJ_EXECUTOR_TIMEOUT', { seconds: Math.ceil(limits.jobMs / 1000) }))
    void worker.kill('timeout')
  }

  /** What the child still says of the tasks that were passed on counts no more. */
  function passOn(id: number): void {
    const [oldest] = tasks.keys()
    if (oldest !== id || !worker.ready) return
    const others = [...tasks.keys()].flatMap((each) => (each === id ? [] : (take(each) ?? [])))
    worker.slow = true
    events.onSlow(others)
  }

  function rest(): void {
    worker.reserved = false
    idle = setTimeout(() => void worker.kill('idle'), limits.idleMs)
  }

  function remember(lane: string): void {
    lanes.delete(lane)
    lanes.add(lane)
    for (const oldest of lanes) if (lanes.size > remembered) lanes.delete(oldest)
  }
}

function settle(task: Task, answer: Exclude<Answer, { type: 'ready' | 'beat' | 'progress' }>, bytes: Uint8Array): void {
  if (answer.type === 'done') task.done(answer.result, bytes)
  else task.failed(errorFrom(answer))
}
