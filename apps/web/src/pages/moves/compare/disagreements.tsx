import { Button } from '@mantine/core'
import type { DropInComparison, RouteComparison } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesApi, useMovesChange } from '../../../api/moves-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { SmallPicture } from '../../../parts/small-picture.tsx'
import { say } from '../../../parts/toasts.tsx'
import { VerdictBadge } from '../../../parts/verdict-badge.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Changing } from '../../register/changing.tsx'
import styles from './compare.module.css'

/** What cloud and box do not agree about, for a person to say: two buttons a picture, newest first. */
export function Disagreements({ comparison }: { comparison: RouteComparison }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const all = comparison.disagreements
  const open = all.filter(({ word }) => word === null).length
  return (
    <section className={styles.section} aria-labelledby="disagree">
      <h2 id="disagree">{t('compare.disagree')}</h2>
      <p className="soft">
        {all.length === 0
          ? t('compare.disagreeNone')
          : t('compare.disagreeText', { open: number(open), all: number(all.length) })}
      </p>
      <ul className={styles.queue}>
        {all.map((one) => (
          <One key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}

function One({ one }: { one: DropInComparison }): ReactElement {
  const { t } = useTranslation()
  const { instant } = useFormats()
  const api = useMovesApi()
  const back = useMovesChange((api, label: 'good' | 'bad' | null) => api.judge(one.id, label))
  const judge = useMovesChange(
    (api, label: 'good' | 'bad' | null) => api.judge(one.id, label),
    (_, label) =>
      label !== null && say(t(`compare.said.${label}`), { undo: () => back.mutate(one.word?.label ?? null) }),
  )
  const name = t('compare.picture', { moment: instant(one.at) })
  return (
    <li className={styles.case}>
      <div className={styles.picture}>
        {one.kept ? (
          <SmallPicture address={api.comparedPicture(one.id)} name={name} />
        ) : (
          <span className="soft small">{t('compare.pictureGone')}</span>
        )}
      </div>
      <div className={styles.said}>
        <p className="soft small">{instant(one.at)}</p>
        <p className={styles.side}>
          {t('compare.cloudSays')} <VerdictBadge verdict={one.decision.cloud} />
        </p>
        <p className={styles.side}>
          {t('compare.boxSays')} <VerdictBadge verdict={one.decision.box} />
        </p>
        {one.missed && <p className={styles.missed}>{t('compare.missed')}</p>}
        <Changing>
          <div className={styles.buttons}>
            {(['good', 'bad'] as const).map((label) => (
              <Button
                key={label}
                size="lg"
                variant={one.word?.label === label ? 'filled' : 'default'}
                aria-pressed={one.word?.label === label}
                loading={judge.isPending && judge.variables === label}
                onClick={() => judge.mutate(label)}
              >
                {t(`compare.is.${label}`)}
              </Button>
            ))}
          </div>
        </Changing>
        {one.word && (
          <p className="soft small">
            {one.word.by === null ? t('compare.judged') : t('compare.judgedBy', { by: one.word.by })}
          </p>
        )}
        {(judge.error ?? back.error) && <ProblemView error={judge.error ?? back.error} />}
      </div>
    </li>
  )
}
