import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Symbol } from '../../parts/icons.tsx'
import { useTitle } from '../../parts/page-head.tsx'
import { BillPicture, CloudPicture } from './door-pictures.tsx'
import styles from './doors-page.module.css'
import { LiveLine } from './live-line.tsx'

/** The first screen: one question, three doors, and the sample company beside them. */
export function DoorsPage(): ReactElement {
  const { t } = useTranslation()
  const title = t('doors.title')
  useTitle(title)
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.doors}>
        <Door
          to="/register"
          title={t('doors.depend.title')}
          text={t('doors.depend.text')}
          main={t('doors.depend.action')}
        >
          <BillPicture />
        </Door>
        <Door
          to="/stations/new"
          title={t('doors.camera.title')}
          text={t('doors.camera.text')}
          main={t('doors.camera.action')}
        >
          <LiveLine />
        </Door>
        <Door to="/moves" title={t('doors.cloud.title')} text={t('doors.cloud.text')} main={t('doors.cloud.action')}>
          <CloudPicture />
        </Door>
      </div>
      <p className={styles.sample}>
        <a href="/sample/" className={styles.sampleLink}>
          {t('doors.sample')}
          <Symbol name="arrow" size={20} />
        </a>
        <span className="soft">{t('doors.sampleText')}</span>
      </p>
    </>
  )
}

interface DoorProps {
  to: string
  title: string
  text: string
  main: string
  children: ReactNode
}

/** The whole card is the door. */
function Door({ to, title, text, main, children }: DoorProps): ReactElement {
  return (
    <article className={styles.door}>
      <div className={styles.picture}>{children}</div>
      <div className={styles.words}>
        <h2>
          <Link href={to} className={styles.link}>
            {title}
          </Link>
        </h2>
        <p>{text}</p>
        <p className={styles.way}>
          <span className={styles.action}>{main}</span>
          <Symbol name="arrow" />
        </p>
      </div>
    </article>
  )
}
