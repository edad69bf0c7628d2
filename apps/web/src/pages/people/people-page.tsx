import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '../../api/people.ts'
import { PageHead } from '../../parts/page-head.tsx'
import styles from '../data/data-page.module.css'
import { useMe } from '../login/gate.tsx'
import { NameAndPassword } from '../login/login-page.tsx'
import { AccountSection } from './account-section.tsx'
import { AuditSection } from './audit-section.tsx'
import { DeviceSection } from './device-section.tsx'
import { KeySection } from './key-section.tsx'
import { OwnPassword } from './own-password.tsx'

/** Who may come in, with what, and what they changed. */
export function PeoplePage(): ReactElement {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: me } = useMe()
  const role = me?.who?.role
  const out = (everywhere: boolean): void =>
    void peopleApi.logOut(everywhere).then(() => {
      client.clear()
      return location.assign('/')
    })
  return (
    <>
      <PageHead title={t('people.title')}>
        {me?.who?.kind === 'account' && (
          <>
            <Button variant="default" onClick={() => out(true)}>
              {t('people.login.everywhere')}
            </Button>
            <Button onClick={() => out(false)}>{t('people.login.out')}</Button>
          </>
        )}
      </PageHead>
      {me?.who?.kind === 'account' && <p>{t('people.login.as', { name: me.who.name })}</p>}
      <div className={styles.grid}>
        {me?.accounts === false && (
          <section className={styles.section}>
            <h2>{t('people.makeOwner')}</h2>
            <p>{t('people.open')}</p>
            <p className="soft">{t('people.openText')}</p>
            <NameAndPassword action={t('people.makeOwner')} fresh send={peopleApi.makeOwner} />
          </section>
        )}
        {me?.accounts && role === 'owner' && <AccountSection />}
        {(role === 'owner' || role === 'engineer') && (
          <DeviceSection accounts={me?.accounts ?? false} reachable={me?.reachable ?? false} />
        )}
        {me?.who?.kind === 'account' && <OwnPassword />}
        {me?.who?.kind === 'account' && <KeySection />}
        {role === 'owner' && <AuditSection />}
      </div>
    </>
  )
}
