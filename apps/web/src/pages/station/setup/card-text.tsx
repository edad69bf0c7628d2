import { Button, Textarea, TextInput } from '@mantine/core'
import type { Station } from '@nabij/base'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Hint } from '../../../parts/hint.tsx'
import { LinkButton } from '../../../parts/link-button.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useStationChange } from '../station-change.ts'
import styles from './setup-view.module.css'

/** What only a person knows of the AI card: what the station is for, and who watches it. */
export function CardText({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const before = station.settings.card
  const [card, setCard] = useState(before)
  const { change, error, busy } = useStationChange(station.id)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    await change({ settings: { card } })
    const undo = (): void => {
      setCard(before)
      void change({ settings: { card: before } })
    }
    say(t('setup.card.saved'), { undo })
  }
  return (
    <section className={styles.section} aria-labelledby="card">
      <h2 id="card">
        {t('setup.card.title')} <Hint text={t('setup.card.why')} />
      </h2>
      <form className={styles.form} onSubmit={(event) => void submit(event).catch(() => undefined)}>
        {(['purpose', 'oversight'] as const).map((name) => (
          <Textarea
            key={name}
            size="md"
            autosize
            minRows={2}
            maxLength={2000}
            label={t(`setup.card.${name}`)}
            placeholder={t(`setup.card.${name}Example`)}
            value={card[name]}
            onChange={(event) => setCard({ ...card, [name]: event.currentTarget.value })}
          />
        ))}
        <TextInput
          size="md"
          maxLength={200}
          label={t('setup.card.responsible')}
          value={card.responsible}
          onChange={(event) => setCard({ ...card, responsible: event.currentTarget.value })}
        />
        <div className={styles.buttons}>
          <Button type="submit" variant="default" size="md" loading={busy}>
            {t('setup.card.save')}
          </Button>
          <LinkButton to={`/stations/${station.id}/card`} variant="subtle" size="md">
            {t('setup.card.show')}
          </LinkButton>
        </div>
      </form>
      {error && <ProblemView error={error} />}
    </section>
  )
}
