import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Foot } from './foot.tsx'
import styles from './frame.module.css'
import { Header } from './header.tsx'
import { Keyboard } from './keyboard.tsx'
import { LostContext, useLasting, useLive } from './live.ts'
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
  const lost = useLasting(useLive(api.base))
  useScreenStart()
  useSampleRemoval(kind)
  useAwakeSample(kind === 'sample')
  return (
    <LostContext value={lost}>
      <div className={styles.frame} data-workspace={kind} data-lost={lost !== null} data-word={t('frame.sample.word')}>
        <a className={styles.skip} href="#content">
          {t('frame.skip')}
        </a>
        {kind === 'sample' && <SampleBanner />}
        <Header />
        <Notices />
        <main id="content" className={styles.content} tabIndex={-1}>
          {children}
        </main>
        <Foot />
        <Keyboard />
      </div>
    </LostContext>
  )
}
