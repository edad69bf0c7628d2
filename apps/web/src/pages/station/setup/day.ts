import { useState } from 'react'

/** From the midnight before `at` to the one after, on the reader's own clock. Epoch milliseconds. */
export function dayOf(at: number): { from: number; to: number } {
  const start = new Date(at)
  start.setHours(0, 0, 0, 0)
  const end = new Date(start)
  end.setDate(end.getDate() + 1)
  return { from: start.getTime(), to: end.getTime() }
}

/** The day in which the page was opened. */
export function useToday(): { from: number; to: number } {
  const [today] = useState(() => dayOf(Date.now()))
  return today
}
