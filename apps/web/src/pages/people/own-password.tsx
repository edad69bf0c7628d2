import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '../../api/people.ts'
import { ProblemView } from '../../parts/problem-view.tsx'
import { say } from '../../parts/toasts.tsx'
import styles from '../data/data-page.module.css'

/** Who is logged in changes the password, by showing the present one. */
export function OwnPassword(): ReactElement {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState('')
  const change = useMutation({
    mutationFn: () => peopleApi.changePassword(current, fresh),
    onSuccess: () => {
      say(t('people.own.done'))
      setCurrent('')
      setFresh('')
      return client.invalidateQueries()
    },
  })
  return (
    <section className={styles.section} aria-labelledby="own-password">
      <h2 id="own-password">{t('people.own.title')}</h2>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate()
        }}
      >
        <PasswordInput
          size="md"
          label={t('people.own.current')}
          value={current}
          required
          maxLength={200}
          autoComplete="current-password"
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          size="md"
          label={t('people.own.fresh')}
          description={t('people.login.passwordHint')}
          value={fresh}
          required
          maxLength={200}
          autoComplete="new-password"
          onChange={(event) => setFresh(event.currentTarget.value)}
        />
        {change.error && <ProblemView error={change.error} />}
        <Button type="submit" size="md" variant="default" loading={change.isPending}>
          {t('people.own.save')}
        </Button>
      </form>
    </section>
  )
}
