import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useRegisterApi } from '../../../api/register-queries.ts'
import { LinkButton } from '../../../parts/link-button.tsx'
import registerStyles from '../register.module.css'
import { useLanguage } from '../words.ts'
import styles from './overview.module.css'

const papers = [
  { kind: 'pdf', text: 'pdf' },
  { kind: 'html', text: 'html' },
  { kind: 'csv', text: 'csv' },
  { kind: 'ics', text: 'ics' },
  { kind: 'cyclonedx.json', text: 'bom' },
] as const

/** What can be taken along: to a board, a spreadsheet, a calendar, a customer. */
export function Papers(): ReactElement {
  const { t } = useTranslation()
  const api = useRegisterApi()
  const language = useLanguage()
  return (
    <section className={`${registerStyles.panel} ${styles.wide}`} aria-labelledby="papers" data-print="no">
      <h2 id="papers">{t('register.paper.title')}</h2>
      <div className={registerStyles.buttons}>
        {papers.map(({ kind, text }, index) => (
          <LinkButton
            key={kind}
            to={api.paper(kind, language)}
            outside
            size="md"
            variant={index === 0 ? 'filled' : 'default'}
          >
            {t(`register.paper.${text}`)}
          </LinkButton>
        ))}
        <LinkButton to="/register/answers" size="md" variant="default">
          {t('register.nav.answers')}
        </LinkButton>
      </div>
    </section>
  )
}
