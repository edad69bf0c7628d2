import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '../../api/people.ts'
import { LanguageSwitch } from '../../app/language-switch.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import styles from './login.module.css'

/** Name and password; nothing else of the box can be seen. */
export function LoginPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <main className={styles.page} id="content">
      <h1>{t('people.login.title')}</h1>
      <NameAndPassword action={t('people.login.go')} send={peopleApi.logIn} />
      <LanguageSwitch />
    </main>
  )
}

interface FormProps {
  action: string
  fresh?: boolean
  send(name: string, password: string): Promise<unknown>
}

/** The same form to come in and to become the first owner; afterwards all is asked anew, as who one is now. */
export function NameAndPassword({ action, fresh = false, send }: FormProps): ReactElement {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const go = useMutation({
    mutationFn: () => send(name.trim(), password),
    onSuccess: () => client.invalidateQueries(),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    go.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        size="lg"
        label={t('people.login.name')}
        value={name}
        required
        maxLength={80}
        autoComplete="username"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordInput
        size="lg"
        label={t('people.login.password')}
        description={fresh ? t('people.login.passwordHint') : undefined}
        value={password}
        required
        maxLength={200}
        autoComplete={fresh ? 'new-password' : 'current-password'}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {go.error && <ProblemView error={go.error} />}
      <Button type="submit" size="lg" loading={go.isPending}>
        {action}
      </Button>
    </form>
  )
}
