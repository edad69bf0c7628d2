import { Button } from '@mantine/core'
import type { Correction } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../app/workspace.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { SmallPicture } from '../../../parts/small-picture.tsx'
import { VerdictBadge } from '../../../parts/verdict-badge.tsx'
import styles from './feedback.module.css'

interface AsksDialogProps {
  correction: Correction
  busy: boolean
  onAnswer: (yes: boolean) => void
}

/** What would turn wrong, by name and picture, before it counts. Closing it says no. */
export function AsksDialog({ correction, busy, onAnswer }: AsksDialogProps): ReactElement {
  const { t } = useTranslation()
  const { base } = useApi()
  const wrong = correction.flips.filter((flip) => flip.wrong)
  return (
    <Dialog opened title={t('work.asks.title')} onClose={() => busy || onAnswer(false)}>
      <div className={styles.asks}>
        <p>{t('work.asks.text', { count: wrong.length })}</p>
        <ul className={styles.flips}>
          {wrong.map((flip) => (
            <li key={flip.photoId} className={styles.flip}>
              <span className={styles.flipPicture}>
                <SmallPicture address={`${base}/photos/${flip.photoId}/thumb`} name="" />
              </span>
              <span className={styles.flipWords}>
                <strong>{flip.name}</strong>
                <span className="soft">{t(`work.asks.line.${flip.label}`)}</span>
                <span>
                  <VerdictBadge verdict={flip.before} /> <span aria-hidden="true">→</span>{' '}
                  <span className="unseen">{t('work.asks.becomes', { verdict: '' })}</span>
                  <VerdictBadge verdict={flip.after} />
                </span>
              </span>
            </li>
          ))}
        </ul>
        <p className="soft">{t('work.asks.wait')}</p>
        <div className={styles.choices}>
          <Button size="lg" variant="default" disabled={busy} onClick={() => onAnswer(false)}>
            {t('work.asks.no')}
          </Button>
          <Button size="lg" loading={busy} onClick={() => onAnswer(true)}>
            {t('work.asks.yes')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
