import { Button, TextInput } from '@mantine/core'
import type { Station } from '@nabij/base'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useStationChange } from '../station-change.ts'
import styles from './setup-view.module.css'

/** Gives a station another name; the old one can be had back. */
export function Rename({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const [name, setName] = useState(station.name)
  const { change, error, busy } = useStationChange(station.id)
  const wanted = name.trim()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (wanted === '' || wanted === station.name) return
    const before = station.name
    await change({ name: wanted })
    const undo = (): void => {
      setName(before)
      void change({ name: before })
    }
    say(t('station.renamed'), { undo })
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className={styles.rename}>
        <TextInput
          size="md"
          label={t('station.name')}
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" size="md" variant="default" loading={busy}>
          {t('station.rename')}
        </Button>
      </div>
      {error && <ProblemView error={error} />}
    </form>
  )
}
