import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../parts/confirm.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import styles from './sample-banner.module.css'
import { leaveAndRemoveSample } from './sample-removal.ts'

/** The word on the red frame, with the two ways out: leave it, or delete it. */
export function SampleBanner(): ReactElement {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  return (
    <section className={styles.banner} aria-label={t('frame.sample.word')}>
      <strong className={styles.word}>{t('frame.sample.word')}</strong>
      <span className={styles.explain}>{t('frame.sample.explain')}</span>
      <div className={styles.ways}>
        <Button variant="transparent" className={styles.plain} onClick={() => setAsking(true)}>
          <span className={styles.long}>{t('frame.sample.remove')}</span>
          <span className={styles.short}>{t('frame.sample.removeShort')}</span>
        </Button>
        <LinkButton to="/" outside className={styles.leave}>
          <span className={styles.long}>{t('frame.sample.leave')}</span>
          <span className={styles.short}>{t('frame.sample.leaveShort')}</span>
        </LinkButton>
      </div>
      <Confirm
        opened={asking}
        danger
        title={t('frame.sample.removeTitle')}
        action={t('frame.sample.remove')}
        onConfirm={leaveAndRemoveSample}
        onClose={() => setAsking(false)}
      >
        <p>{t('frame.sample.removeText')}</p>
      </Confirm>
    </section>
  )
}
