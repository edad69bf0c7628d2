import type { MoneyResult } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import { useLanguage } from '../../register/words.ts'
import styles from './money.module.css'

/** From the bill that falls away to what is left: each bar begins where the one before it ended. */
export function Waterfall({ bars }: { bars: MoneyResult['waterfall'] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { euros } = useFormats()
  const drawn = placed(bars)
  const least = Math.min(0, ...drawn.map(({ from, to }) => Math.min(from, to)))
  const most = Math.max(1, ...drawn.map(({ from, to }) => Math.max(from, to)))
  const share = (amount: number): number => ((amount - least) / (most - least)) * 100
  return (
    <section aria-labelledby="waterfall">
      <h2 id="waterfall">{t('money.waterfall.title')}</h2>
      <p className="soft">{t('money.waterfall.text')}</p>
      <ul className={styles.bars}>
        {drawn.map(({ bar, from, to }) => (
          <li key={bar.id}>
            <span className={styles.barWords}>
              <span>{bar.label[language]}</span>
              <b>{euros(bar.amountMinor)}</b>
            </span>
            <span className={styles.track} aria-hidden="true">
              <i
                data-kind={
                  bar.id === 'left' ? (bar.amountMinor < 0 ? 'short' : 'left') : bar.amountMinor < 0 ? 'cost' : 'gain'
                }
                style={{ left: `${share(Math.min(from, to))}%`, width: `${Math.abs(share(to) - share(from))}%` }}
              />
              {least < 0 && <em style={{ left: `${share(0)}%` }} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function placed(bars: MoneyResult['waterfall']): { bar: MoneyResult['waterfall'][number]; from: number; to: number }[] {
  let sum = 0
  return bars.map((bar) => {
    const from = bar.id === 'left' ? 0 : sum
    sum = from + bar.amountMinor
    return { bar, from, to: sum }
  })
}
