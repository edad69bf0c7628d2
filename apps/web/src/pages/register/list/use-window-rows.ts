import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Rows drawn above and below what is seen: a fast wheel finds no gap. */
const spare = 12

export interface WindowRows {
  list: RefObject<HTMLUListElement | null>
  from: number
  to: number
  /** Scrolls the page until this row is seen. */
  reveal(index: number): void
}

/** Which rows of equal height lie on the screen: five thousand are as smooth as fifty. */
export function useWindowRows(count: number, rowHeight: number): WindowRows {
  const list = useRef<HTMLUListElement>(null)
  const [range, setRange] = useState({ from: 0, to: 40 })
  useLayoutEffect(() => {
    let frame = 0
    const measure = (): void => {
      frame = 0
      const top = list.current?.getBoundingClientRect().top ?? 0
      const from = Math.max(0, Math.floor(-top / rowHeight) - spare)
      const to = Math.ceil((innerHeight - top) / rowHeight) + spare
      setRange((known) => (known.from === from && known.to === to ? known : { from, to }))
    }
    const onScroll = (): void => {
      frame ||= requestAnimationFrame(measure)
    }
    measure()
    addEventListener('scroll', onScroll, { passive: true })
    addEventListener('resize', onScroll)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', onScroll)
      removeEventListener('resize', onScroll)
    }
  }, [rowHeight])
  const reveal = (index: number): void => {
    const top = (list.current?.getBoundingClientRect().top ?? 0) + index * rowHeight
    const head = 120
    if (top < head) scrollBy({ top: top - head })
    else if (top + rowHeight > innerHeight - head) scrollBy({ top: top + rowHeight - innerHeight + head })
  }
  return { list, from: Math.min(range.from, count), to: Math.min(count, range.to), reveal }
}

/** True on a narrow screen, where a row takes two lines. */
export function useNarrow(): boolean {
  const query = '(max-width: 56em)'
  const [narrow, setNarrow] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    const onChange = (): void => setNarrow(media.matches)
    media.addEventListener('change', onChange)
    return () => media.removeEventListener('change', onChange)
  }, [])
  return narrow
}
