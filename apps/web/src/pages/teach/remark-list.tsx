import { Button } from '@mantine/core'
import type { Photo } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/workspace.ts'
import { ProblemView } from '../../parts/problem-view.tsx'
import { SmallPicture } from '../../parts/small-picture.tsx'
import { say } from '../../parts/toasts.tsx'
import { useChangePhoto } from './change-photo.ts'
import { type Remarked, toLookAt } from './remarks.ts'
import styles from './teach.module.css'

/** Photos that could spoil what is learned, each with what is the matter and two answers; each answer can be undone. */
export function RemarkList({ photos }: { photos: Photo[] }): ReactElement {
  const { t } = useTranslation()
  const { change, error } = useChangePhoto()
  const found = toLookAt(photos)
  const leaveOut = async ({ photo }: Remarked): Promise<void> => {
    await change(photo, { leftOut: true })
    say(t('teach.check.leftOut', { name: photo.name }), {
      undo: () => void change(photo, { leftOut: false }).catch(() => undefined),
    })
  }
  const keep = async ({ photo }: Remarked): Promise<void> => {
    await change(photo, { belongs: true })
    say(t('teach.check.belongsSaid', { name: photo.name }), {
      undo: () => void change(photo, { belongs: false }).catch(() => undefined),
    })
  }
  return (
    <section className={styles.remarks} aria-labelledby="remarks">
      <h3 id="remarks">
        {found.length === 0 ? t('teach.check.fine') : t('teach.check.remarks', { count: found.length })}
      </h3>
      {error && <ProblemView error={error} />}
      <ul className={styles.remarkList}>
        {found.map((each) => (
          <RemarkLine
            key={each.photo.id}
            remarked={each}
            onLeaveOut={() => void leaveOut(each).catch(() => undefined)}
            onKeep={() => void keep(each).catch(() => undefined)}
          />
        ))}
      </ul>
    </section>
  )
}

interface RemarkLineProps {
  remarked: Remarked
  onLeaveOut: () => void
  onKeep: () => void
}

function RemarkLine({ remarked, onLeaveOut, onKeep }: RemarkLineProps): ReactElement {
  const { t } = useTranslation()
  const { base } = useApi()
  const { photo, remark, twin } = remarked
  const pair = twin ? [photo, twin] : [photo]
  return (
    <li className={styles.remark} data-testid={`remark-${photo.name}`}>
      <div className={styles.pair}>
        {pair.map(({ id, name }) => (
          <figure key={id}>
            <SmallPicture address={`${base}/photos/${id}/picture`} name="" />
            <figcaption>{name}</figcaption>
          </figure>
        ))}
      </div>
      <div className={styles.remarkWords}>
        <strong>{t(`teach.check.remark.${remark.code}`, { twin: twin?.name ?? t('teach.check.another') })}</strong>
        <span>{t(`teach.check.why.${remark.code}`)}</span>
        <div className={styles.remarkButtons}>
          <Button size="md" variant="default" onClick={onLeaveOut}>
            {t('teach.check.leaveOut')}
          </Button>
          <Button size="md" variant="subtle" onClick={onKeep}>
            {t('teach.check.belongs')}
          </Button>
        </div>
      </div>
    </li>
  )
}
