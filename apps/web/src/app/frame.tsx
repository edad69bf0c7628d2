import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Foot } from './foot.tsx'
import styles from './frame.module.css'
import { Header } from './header.tsx'
import { Keyboard } from './keyboard.tsx'
import { useLive } from './live.ts'
import { Notices } from './notices.tsx'
import { useAwakeSample } from './sample.ts'
import { SampleBanner } from './sample-banner.tsx'
import { useSampleRemoval } from './sample-removal.ts'
import { useScreenStart } from './screen-start.ts'
import { useWorkspace } from './workspace.ts'

/** What stands around every screen. */
export function Frame({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation()
  const { kind, api } = useWorkspace()
  const lostSince = useLive(api.base)
  useScreenStart()
  useSampleRemoval(kind)
  useAwakeSample(kind === 'sample')
  return (
    <div className={styles.frame} data-workspace={kind}>
      <a className={styles.skip} href="#content">
        {t('frame.skip')}
      </a>
      {kind === 'sample' && <SampleBanner />}
      <Header />
      <Notices lostSince={lostSince} />
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
      <Foot />
      <Keyboard />
    </div>
  )
}
