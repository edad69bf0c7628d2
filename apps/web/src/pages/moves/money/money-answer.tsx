import { Button } from '@mantine/core'
import type { MoneyFigure, MoneyResult } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import { useLanguage } from '../../register/words.ts'
import { AllFacts } from './all-facts.tsx'
import { CashLine } from './cash-line.tsx'
import { Chances } from './chances.tsx'
import { FigureDialog } from './figure-dialog.tsx'
import styles from './money.module.css'
import { useFigureText } from './number-texts.ts'
import { StatusTag } from './status-tag.tsx'
import { Tornado } from './tornado.tsx'
import { Waterfall } from './waterfall.tsx'

/** Those that a decision rests on, in this order; all others open from them. */
const shown = [
  'saving',
  'invested',
  'npv36',
  'npv60',
  'payBack',
  'payBackSimple',
  'cloudPerThousand',
  'herePerThousand',
  'breakEven',
  'roomForLabour',
]

/** The answer: one honest line, and all that it rests on. */
export function MoneyAnswer({ result }: { result: MoneyResult }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { percent, euros } = useFormats()
  const figureText = useFigureText()
  const [open, setOpen] = useState<string | null>(null)
  const { verdict, figures, monteCarlo } = result
  const figureOf = (id: string): MoneyFigure | undefined => figures.find((figure) => figure.id === id)
  const statuses = new Set(shown.flatMap((id) => figureOf(id)?.status ?? []))
  // One mark for all says more than ten alike.
  const together = statuses.size === 1 && !statuses.has('confirmed') ? [...statuses][0] : undefined
  const room = figureOf('roomForLabour')
  return (
    <>
      <section className={styles.verdict} data-word={verdict.word} aria-labelledby="verdict">
        {verdict.word === 'never' && <p className={styles.line}>{t('money.never')}</p>}
        <h2 id="verdict" className={verdict.word === 'never' ? undefined : styles.line} data-testid="verdict">
          {verdict.text[language]}
        </h2>
        {verdict.word === 'incomplete' && (
          <>
            {room?.value != null && <p>{t('money.room', { amount: figureText(room) })}</p>}
            <Button variant="default" size="md" component="a" href="#labour" onClick={focusLabour}>
              {t('money.fillLabour')}
            </Button>
          </>
        )}
        {verdict.anyway.length > 0 && (
          <>
            <h3>{t('money.anyway')}</h3>
            <ul>
              {verdict.anyway.map((reason) => (
                <li key={reason.nl}>{reason[language]}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="numbers">
        <h2 id="numbers">
          {t('money.numbers')} {together && <StatusTag status={together} />}
        </h2>
        <ul className={styles.numbers}>
          {shown.map(figureOf).map(
            (figure) =>
              figure && (
                <li key={figure.id}>
                  <span className={styles.label}>{figure.label[language]}</span>
                  <button
                    type="button"
                    className={styles.number}
                    title={t('money.openWhy')}
                    aria-haspopup="dialog"
                    onClick={() => setOpen(figure.id)}
                  >
                    {figureText(figure)}
                  </button>
                  {!together && figure.status !== 'confirmed' && <StatusTag status={figure.status} />}
                </li>
              ),
          )}
        </ul>
      </section>
      <CashLine result={result} />
      <Waterfall bars={result.waterfall} />
      <Tornado bars={result.tornado} expected={figureOf('npv60')?.value ?? 0} />
      {result.complete && (
        <section aria-labelledby="chance">
          <h2 id="chance">{t('money.chance.title')}</h2>
          <p>
            {t('money.chance.text', {
              times: percent(monteCarlo.paysBack).replace(/\s?%/, ''),
              low: euros(monteCarlo.npv60.p5),
              high: euros(monteCarlo.npv60.p95),
            })}
          </p>
          <Chances histogram={monteCarlo.histogram} />
        </section>
      )}
      <section aria-labelledby="remarks">
        <h2 id="remarks">{t('money.remarks')}</h2>
        <ul className={styles.remarks}>
          {result.remarks.map(({ id, text }) => (
            <li key={id}>{text[language]}</li>
          ))}
        </ul>
      </section>
      <AllFacts facts={result.facts} />
      {open !== null && <FigureDialog result={result} id={open} onOpen={setOpen} onClose={() => setOpen(null)} />}
    </>
  )
}

/** To the field that is still empty. */
function focusLabour(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.querySelector<HTMLInputElement>('#labour')?.focus()
}
