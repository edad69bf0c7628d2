import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Example } from '../../parts/example.tsx'
import { LinkButton } from '../../parts/link-button.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import styles from './promised-page.module.css'

interface PromisedPageProps {
  title: string
  text: string
  step: { title: string; text: string; action: string; to: string }
  /** What it will look like, filled with made-up figures. */
  children: ReactNode
}

/** A part that does not exist yet: what will be there, and the one step that works already. */
export function PromisedPage({ title, text, step, children }: PromisedPageProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <PageHead title={title} before={<p className={styles.notYet}>{t('promised.notYet')}</p>} />
      <div className={styles.columns}>
        <div>
          <p className={styles.text}>{text}</p>
          <section className={styles.now} aria-labelledby="now">
            <p className={styles.label}>{t('promised.now')}</p>
            <h2 id="now">{step.title}</h2>
            <p>{step.text}</p>
            <LinkButton to={step.to} size="md" mt="xs">
              {step.action}
            </LinkButton>
          </section>
        </div>
        <div>
          <p className={styles.later}>{t('promised.later')}</p>
          <Example>{children}</Example>
        </div>
      </div>
    </>
  )
}
