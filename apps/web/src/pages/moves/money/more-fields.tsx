import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount, type AmountProps } from './amount.tsx'
import styles from './money.module.css'
import type { MoneyDraft } from './money-draft.ts'

/** What most people leave as it is. */
export function MoreFields({
  field,
}: {
  field: (name: keyof MoneyDraft) => Pick<AmountProps, 'value' | 'onChange'>
}): ReactElement {
  const { t } = useTranslation()
  return (
    <details className={styles.more}>
      <summary>{t('money.more')}</summary>
      <div className={styles.moreFields}>
        <Amount label={t('money.migration')} prefix="€ " {...field('migration')} />
        <Amount label={t('money.software')} prefix="€ " {...field('software')} />
        <Amount label={t('money.growth')} suffix=" %" most={100} {...field('growth')} />
        <Amount label={t('money.discount')} suffix=" %" most={100} {...field('discount')} />
        <Amount label={t('money.lifetime')} whole most={240} {...field('lifetime')} />
        <Amount label={t('money.spare')} suffix=" %" most={100} {...field('spare')} />
      </div>
    </details>
  )
}
