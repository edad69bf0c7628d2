import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../parts/link-button.tsx'
import styles from '../data/data-page.module.css'
import { useMe } from '../login/gate.tsx'

/** On the screen about your data: whether anybody has to log in, and the way to people and devices. */
export function PeopleLink(): ReactElement {
  const { t } = useTranslation()
  const { data: me } = useMe()
  return (
    <section className={styles.section} aria-labelledby="people-title">
      <h2 id="people-title">{t('people.title')}</h2>
      {me?.accounts === false && <p>{t('people.open')}</p>}
      {me?.who?.kind === 'account' && <p>{t('people.login.as', { name: me.who.name })}</p>}
      <LinkButton to="/people" variant="default">
        {t('people.link')}
      </LinkButton>
    </section>
  )
}
