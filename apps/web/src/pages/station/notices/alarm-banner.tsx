import { Button } from '@mantine/core'
import type { Rule, Station } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { takeStation } from '../../../api/cache.ts'
import { useApi } from '../../../app/workspace.ts'
import { Symbol } from '../../../parts/icons.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import styles from './notices.module.css'

/** A rule that came true; it stays until somebody has seen it. */
export function AlarmBanner({ station }: { station: Station }): ReactElement | null {
  const { t } = useTranslation()
  const { moment } = useFormats()
  const api = useApi()
  const client = useQueryClient()
  const words = useRuleWords()
  const see = useMutation({
    mutationFn: () => api.seeAlarm(station.id),
    onSuccess: (seen) => takeStation(client, api.base, seen),
  })
  const { alarm } = station
  if (!alarm) return null
  const rule = station.settings.rules.find(({ id }) => id === alarm.rule)
  return (
    <div className={styles.alarm} role="alert" data-testid="alarm">
      <Symbol name="warning" size={44} />
      <div className={styles.words}>
        <strong className={styles.title}>
          {t('work.alarm.title', { rule: rule ? words(rule) : t('work.alarm.rule.gone') })}
        </strong>
        <span>
          {t('work.alarm.since', { moment: moment(alarm.at) })}{' '}
          <Link href={`/stations/${station.id}/verdicts/${alarm.verdictId}`}>{t('work.alarm.show')}</Link>
        </span>
        {see.error && <ProblemView error={see.error} />}
      </div>
      <Button size="xl" className={styles.seen} loading={see.isPending} onClick={() => see.mutate()}>
        {t('work.alarm.seen')}
      </Button>
    </div>
  )
}

/** A rule in words: "three bad in a row". */
function useRuleWords(): (rule: Rule) => string {
  const { t } = useTranslation()
  const { number } = useFormats()
  return ({ verdict, count, of }) => {
    const words = { count: number(count), of: number(of) }
    return count === of ? t(`work.alarm.rule.row.${verdict}`, words) : t(`work.alarm.rule.${verdict}`, words)
  }
}
