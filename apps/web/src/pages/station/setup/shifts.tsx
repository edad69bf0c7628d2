import { Button, TextInput } from '@mantine/core'
import type { Station } from '@nabij/base'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Hint } from '../../../parts/hint.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { minutesOf, timeOf } from '../shift/shift-times.ts'
import { useStationChange } from '../station-change.ts'
import styles from './setup-view.module.css'

const most = 12

/** What is left empty is no shift; what is filled in has to be a time of day. A browser's own field says AM and PM. */
function isWrong(time: string): boolean {
  return time !== '' && minutesOf(time) === null
}

/** When shifts begin here: what the summary of a shift is about. */
export function Shifts({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { shifts } = station.settings
  const { change, error, busy } = useStationChange(station.id)
  const [times, setTimes] = useState(shifts.map(timeOf))
  const minutes = [...new Set(times.flatMap((time) => minutesOf(time) ?? []))].sort((a, b) => a - b)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const before = shifts
    await change({ settings: { shifts: minutes } })
    setTimes(minutes.map(timeOf))
    const undo = (): void => {
      setTimes(before.map(timeOf))
      void change({ settings: { shifts: before } }).catch(() => undefined)
    }
    say(t('setup.shifts.saved'), { undo })
  }
  return (
    <section className={styles.section} aria-labelledby="shifts">
      <h2 id="shifts">
        {t('setup.shifts.title')} <Hint text={t('setup.shifts.why')} />
      </h2>
      <form className={styles.form} onSubmit={(event) => void submit(event).catch(() => undefined)}>
        <ul className={styles.list}>
          {times.map((time, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a time that is being typed has no other name
            <li key={at} className={styles.item}>
              <TextInput
                size="md"
                placeholder="06:45"
                maxLength={5}
                autoComplete="off"
                label={t('setup.shifts.begin', { n: at + 1 })}
                value={time}
                error={isWrong(time) ? t('setup.shifts.wrong') : undefined}
                onChange={(event) => setTimes(times.with(at, event.currentTarget.value))}
              />
              <Button
                variant="subtle"
                className={styles.remove}
                disabled={times.length === 1}
                onClick={() => setTimes(times.toSpliced(at, 1))}
              >
                {t('setup.shifts.remove')}
              </Button>
            </li>
          ))}
        </ul>
        <div className={styles.buttons}>
          <Button
            type="submit"
            variant="default"
            size="md"
            loading={busy}
            disabled={minutes.length === 0 || times.some(isWrong)}
          >
            {t('setup.shifts.save')}
          </Button>
          {times.length < most && (
            <Button variant="subtle" size="md" onClick={() => setTimes([...times, ''])}>
              {t('setup.shifts.add')}
            </Button>
          )}
        </div>
      </form>
      {error && <ProblemView error={error} />}
    </section>
  )
}
