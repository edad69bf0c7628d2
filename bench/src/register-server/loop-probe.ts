// Loaded into the server that is measured (`node --import`): says how late its thread was since it was last asked.
import { type Delay, watchDelay } from '../delay.ts'

let watch = watchDelay()
process.on('message', (word) => {
  if (word !== 'delay') return
  const delay: Delay = watch.end()
  watch = watchDelay()
  process.send?.(delay)
})
process.channel?.unref()
