import { type ReactElement, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../../app/workspace.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { PeopleLink } from '../people/people-link.tsx'
import { About } from './about.tsx'
import { BackupSection } from './backup-section.tsx'
import styles from './data-page.module.css'
import { EgressSection } from './egress-section.tsx'
import { LeaveSection } from './leave-section.tsx'
import { RestoreSection } from './restore-section.tsx'

/** What is kept, what left, how to take it along and how to throw it away. */
export function DataPage(): ReactElement {
  const { t } = useTranslation()
  const { kind } = useWorkspace()
  useEffect(() => {
    scrollToPart()
    window.addEventListener('pushState', scrollToPart)
    return () => window.removeEventListener('pushState', scrollToPart)
  }, [])
  return (
    <>
      <PageHead title={t('data.title')} />
      <p className={styles.text}>{t('data.text')}</p>
      <div className={styles.grid}>
        {kind === 'own' && <BackupSection />}
        <EgressSection />
        {kind === 'own' && <PeopleLink />}
        {kind === 'own' && <RestoreSection />}
        {kind === 'own' && <LeaveSection />}
        <About />
      </div>
    </>
  )
}

/** The foot links to a part of this screen; the browser looked for it before it was drawn. */
function scrollToPart(): void {
  const part = location.hash.slice(1)
  if (part) document.getElementById(part)?.scrollIntoView()
}
