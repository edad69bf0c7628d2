import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Example } from '../../../parts/example.tsx'
import { useFormats } from '../../../texts/format.ts'
import styles from './money.module.css'
import type { Wanting } from './money-draft.ts'

/** Where the answer will be, and what it still needs. */
export function StillEmpty({ wanting }: { wanting: Wanting[] }): ReactElement {
  const { t } = useTranslation()
  const { list } = useFormats()
  return (
    <section className={styles.empty} aria-labelledby="empty">
      <h2 id="empty">{t('money.empty.title')}</h2>
      <p>{t('money.empty.text', { what: list(wanting.map((name) => t(`money.empty.wanting.${name}`))) })}</p>
      <Example>
        <p className={styles.line}>{t('money.empty.line')}</p>
        <svg viewBox="0 0 320 100" className={styles.faintLine}>
          <path d="M0 50H320" stroke="var(--line-strong)" />
          <path d="M4 84L316 10" stroke="var(--accent)" strokeWidth="3" fill="none" />
        </svg>
      </Example>
    </section>
  )
}
