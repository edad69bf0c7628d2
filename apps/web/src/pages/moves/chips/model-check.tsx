import type { ChipCheck } from '@nabij/base'
import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesApi } from '../../../api/moves-queries.ts'
import { FileField } from '../../../parts/file-field.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import { useLanguage } from '../../register/words.ts'
import { StatusTag } from '../money/status-tag.tsx'
import styles from './chips.module.css'

/** A model of one's own against what is documented of each chip. */
export function ModelCheck(): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const api = useMovesApi()
  const check = useMutation({ mutationFn: api.checkChips })
  const { data } = check
  return (
    <section className={styles.section} aria-labelledby="model">
      <h2 id="model">{t('chips.model.title')}</h2>
      <p>{t('chips.model.text')}</p>
      <div className={styles.file}>
        <FileField label={t('chips.model.choose')} accept=".onnx" busy={check.isPending} onFile={check.mutate} />
      </div>
      <div aria-live="polite">
        {check.isPending && <p>{t('chips.model.busy')}</p>}
        {check.error && <ProblemView error={check.error} />}
        {data && (
          <>
            <p className="soft">
              {t('chips.model.summary', {
                operators: number(Object.keys(data.model.operators).length),
                parameters: number(data.model.parameters),
                precision: data.model.precision,
                opset: number(data.model.opset),
              })}
            </p>
            <ul className={styles.options}>
              {data.checks.map((one) => (
                <OneChip key={one.chip.id} check={one} />
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}

function OneChip({ check }: { check: ChipCheck }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { percent } = useFormats()
  return (
    <li>
      <h3>
        {check.chip.name}{' '}
        <span className={styles.answer} data-answer={check.answer}>
          {t(`chips.answer.${check.answer}`)}
        </span>
      </h3>
      <p>{check.sentence[language]}</p>
      {check.share !== null && check.answer === 'partly' && (
        <p className="soft">{t('chips.model.share', { share: percent(check.share) })}</p>
      )}
      {check.points.length > 0 && (
        <details className={styles.more}>
          <summary>{t('chips.model.points')}</summary>
          <ul className={styles.points}>
            {check.points.map((point) => (
              <li key={point.about + (point.operator ?? '') + point.text.nl}>
                <span className={styles.answer} data-answer={point.answer}>
                  {t(`chips.answer.${point.answer}`)}
                </span>{' '}
                {point.text[language]} {point.instead && t('chips.model.instead', { text: point.instead[language] })}{' '}
                <StatusTag status={point.status} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
