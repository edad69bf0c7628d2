import type { TornadoBar } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import { useLanguage } from '../../register/words.ts'
import styles from './money.module.css'

/** What each single thing does with the outcome, the one that weighs most at the top. */
export function Tornado({ bars, expected }: { bars: TornadoBar[]; expected: number }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { euros, number } = useFormats()
  const all = [0, expected, ...bars.flatMap(({ low, high }) => [low.npvMinor, high.npvMinor])]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const share = (amount: number): number => ((amount - least) / Math.max(1, most - least)) * 100
  const factor = (text: string): string => number(Number(text), 1)
  return (
    <section aria-labelledby="tornado">
      <h2 id="tornado">{t('money.tornado.title')}</h2>
      <p className="soft">{t('money.tornado.text', { expected: euros(expected) })}</p>
      <ul className={styles.bars}>
        {bars.map(({ parameter, label, low, high }) => {
          const [a, b] = [low.npvMinor, high.npvMinor].sort((one, other) => one - other) as [number, number]
          return (
            <li key={parameter}>
              <span className={styles.barWords}>
                <span>
                  {label[language]}{' '}
                  <span className="soft small">
                    {t('money.tornado.bounds', { low: factor(low.factor), high: factor(high.factor) })}
                  </span>
                </span>
                <span>
                  {euros(a)} … {euros(b)}
                </span>
              </span>
              <span className={styles.track} aria-hidden="true">
                {a < 0 && (
                  <i data-kind="cost" style={{ left: `${share(a)}%`, width: `${share(Math.min(0, b)) - share(a)}%` }} />
                )}
                {b > 0 && (
                  <i
                    data-kind="left"
                    style={{ left: `${share(Math.max(0, a))}%`, width: `${share(b) - share(Math.max(0, a))}%` }}
                  />
                )}
                <em style={{ left: `${share(expected)}%` }} data-mark="expected" />
                {least < 0 && <em style={{ left: `${share(0)}%` }} />}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
