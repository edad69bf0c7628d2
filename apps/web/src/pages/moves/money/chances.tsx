import type { MonteCarlo } from '@nabij/base'
import type { ReactElement } from 'react'
import { useFormats } from '../../../texts/format.ts'
import styles from './money.module.css'

/** How often which outcome was drawn; what is below nought is hatched. The sentence above it says it in words. */
export function Chances({ histogram }: Pick<MonteCarlo, 'histogram'>): ReactElement {
  const { euros } = useFormats()
  const most = Math.max(1, ...histogram.map(({ count }) => count))
  return (
    <div aria-hidden="true">
      <div className={styles.histogram}>
        {histogram.map(({ from, to, count }) => (
          <i key={from} data-kind={to <= 0 ? 'cost' : 'left'} style={{ height: `${(count / most) * 100}%` }} />
        ))}
      </div>
      <p className={styles.ends}>
        <span>{euros(histogram[0]?.from ?? 0)}</span>
        <span>{euros(histogram.at(-1)?.to ?? 0)}</span>
      </p>
    </div>
  )
}
