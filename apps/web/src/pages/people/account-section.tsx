import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import type { Account, Role } from '@nabij/base'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '../../api/people.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { say } from '../../parts/toasts.tsx'
import { useFormats } from '../../texts/format.ts'
import styles from '../data/data-page.module.css'
import { AccountSecrets } from './account-secrets.tsx'

const roles = ['owner', 'engineer', 'operator', 'viewer'] as const satisfies Role[]

export function useRoles(): { value: string; label: string }[] {
  const { t } = useTranslation()
  return roles.map((role) => ({ value: role, label: `${t(`people.role.${role}`)}: ${t(`people.roleText.${role}`)}` }))
}

export function asRole(value: string): Role {
  return roles.find((role) => role === value) ?? 'viewer'
}

/** The people, their roles, and letting somebody in. */
export function AccountSection(): ReactElement {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { moment } = useFormats()
  const choices = useRoles()
  const { data: accounts = [], error } = useQuery({ queryKey: ['accounts'], queryFn: peopleApi.accounts })
  const [changing, setChanging] = useState<Account | null>(null)
  const [leaving, setLeaving] = useState<Account | null>(null)
  const onSuccess = (): Promise<void> => client.invalidateQueries()
  const change = useMutation({
    mutationFn: ({ id, role }: { id: string; role: Role }) => peopleApi.changeAccount(id, { role }),
    onSuccess,
  })
  const remove = useMutation({ mutationFn: peopleApi.removeAccount, onSuccess, onSettled: () => setLeaving(null) })
  const failed = error ?? change.error ?? remove.error
  return (
    <section className={styles.section}>
      <h2>{t('people.list.title')}</h2>
      <ul className={styles.list}>
        {accounts.map((account) => (
          <li key={account.id}>
            <span>
              <strong>{account.name}</strong>{' '}
              <span className="soft">
                {account.seenAt === null
                  ? t('people.list.never')
                  : t('people.list.seen', { moment: moment(account.seenAt) })}
                {account.hasPin && ` · ${t('people.list.pin')}`}
              </span>
            </span>
            <NativeSelect
              aria-label={t('people.list.role', { name: account.name })}
              value={account.role}
              data={choices}
              onChange={(event) => change.mutate({ id: account.id, role: asRole(event.currentTarget.value) })}
            />
            <span className={styles.edit}>
              <Button variant="subtle" onClick={() => setChanging(account)}>
                {t('people.list.change')}
              </Button>
              <Button variant="subtle" onClick={() => setLeaving(account)}>
                {t('people.list.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {failed && <ProblemView error={failed} />}
      <AddAccount />
      {changing && <AccountSecrets account={changing} onClose={() => setChanging(null)} />}
      <Confirm
        opened={leaving !== null}
        danger
        title={t('people.list.removeTitle', { name: leaving?.name ?? '' })}
        action={t('people.list.remove')}
        busy={remove.isPending}
        onConfirm={() => leaving && remove.mutate(leaving.id)}
        onClose={() => setLeaving(null)}
      >
        <p>{t('people.list.removeText')}</p>
      </Confirm>
    </section>
  )
}

function AddAccount(): ReactElement {
  const { t } = useTranslation()
  const client = useQueryClient()
  const choices = useRoles()
  const empty = { name: '', role: 'operator' as Role, password: '', pin: '' }
  const [fresh, setFresh] = useState(empty)
  const add = useMutation({
    mutationFn: () =>
      peopleApi.addAccount({
        name: fresh.name.trim(),
        role: fresh.role,
        ...(fresh.password === '' ? {} : { password: fresh.password }),
        ...(fresh.pin === '' ? {} : { pin: fresh.pin }),
      }),
    onSuccess: ({ name }) => {
      say(t('people.list.addDone', { name }))
      setFresh(empty)
      return client.invalidateQueries()
    },
  })
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate()
      }}
    >
      <TextInput
        label={t('people.login.name')}
        value={fresh.name}
        required
        maxLength={80}
        autoComplete="off"
        onChange={(event) => setFresh({ ...fresh, name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('people.list.newRole')}
        value={fresh.role}
        data={choices}
        onChange={(event) => setFresh({ ...fresh, role: asRole(event.currentTarget.value) })}
      />
      <PasswordInput
        label={t('people.login.password')}
        description={t('people.login.passwordHint')}
        value={fresh.password}
        maxLength={200}
        autoComplete="new-password"
        onChange={(event) => setFresh({ ...fresh, password: event.currentTarget.value })}
      />
      <TextInput
        label={t('people.login.pin')}
        value={fresh.pin}
        inputMode="numeric"
        maxLength={6}
        autoComplete="off"
        onChange={(event) => setFresh({ ...fresh, pin: event.currentTarget.value })}
      />
      {add.error && <ProblemView error={add.error} />}
      <Button type="submit" loading={add.isPending}>
        {t('people.list.add')}
      </Button>
    </form>
  )
}
