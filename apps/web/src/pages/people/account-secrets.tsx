import { Button, PasswordInput, TextInput } from '@mantine/core'
import type { Account } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '../../api/people.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { say } from '../../parts/toasts.tsx'
import styles from '../data/data-page.module.css'

/** A new password or PIN for somebody who forgot it; what stays empty stays as it is. */
export function AccountSecrets({ account, onClose }: { account: Account; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const [pin, setPin] = useState('')
  const { name } = account
  const change = useMutation({
    mutationFn: (wanted: { password?: string; pin?: string | null }) => peopleApi.changeAccount(account.id, wanted),
    onSuccess: () => {
      say(t('people.list.changed', { name }))
      onClose()
      return client.invalidateQueries()
    },
  })
  return (
    <Dialog opened title={t('people.list.changeTitle', { name })} onClose={onClose}>
      <p>{t('people.list.changeText', { name })}</p>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ ...(password === '' ? {} : { password }), ...(pin === '' ? {} : { pin }) })
        }}
      >
        <PasswordInput
          size="md"
          label={t('people.own.fresh')}
          description={t('people.login.passwordHint')}
          value={password}
          maxLength={200}
          autoComplete="new-password"
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <TextInput
          size="md"
          label={t('people.login.pin')}
          value={pin}
          inputMode="numeric"
          maxLength={6}
          autoComplete="off"
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        {change.error && <ProblemView error={change.error} />}
        <div className={styles.edit}>
          <Button type="submit" size="md" loading={change.isPending} disabled={password === '' && pin === ''}>
            {t('people.list.save')}
          </Button>
          {account.hasPin && (
            <Button size="md" variant="default" onClick={() => change.mutate({ pin: null })}>
              {t('people.list.takePin')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
