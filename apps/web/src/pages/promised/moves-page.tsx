import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../texts/format.ts'
import styles from './promised-page.module.css'
import { PromisedPage } from './promised-page.tsx'

export function MovesPage(): ReactElement {
  const { t } = useTranslation()
  const { euros, percent, milliseconds } = useFormats()
  const step = {
    title: t('promised.moves.step'),
    text: t('promised.moves.stepText'),
    action: t('promised.moves.action'),
    to: '/stations/new',
  }
  return (
    <PromisedPage title={t('promised.moves.title')} text={t('promised.moves.text')} step={step}>
      <div className={styles.facts}>
        <span />
        <span>{t('promised.moves.cloud')}</span>
        <b>{t('promised.moves.here')}</b>
        <span>{t('promised.moves.agree')}</span>
        <span />
        <b>{percent(0.987, 1)}</b>
        <span>{t('promised.moves.speed')}</span>
        <span>{milliseconds(412)}</span>
        <b>{milliseconds(38)}</b>
        <span>{t('promised.moves.cost')}</span>
        <span>{euros(31_250)}</span>
        <b>{euros(0)}</b>
      </div>
    </PromisedPage>
  )
}
