import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { Role } from '@nabij/base'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '../../api/people.ts'
import { ProblemView } from '../../parts/problem-view.tsx'
import { useFormats } from '../../texts/format.ts'
import styles from '../data/data-page.module.css'
import { asRole, useRoles } from './account-section.tsx'

const days = 90

/** Keys for programs; a new one is shown once. */
export function KeySection(): ReactElement {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { date } = useFormats()
  const choices = useRoles()
  const { data: tokens = [], error } = useQuery({ queryKey: ['tokens'], queryFn: peopleApi.tokens })
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const onSuccess = (): Promise<void> => client.invalidateQueries({ queryKey: ['tokens'] })
  const add = useMutation({ mutationFn: () => peopleApi.addToken({ name, role, days }), onSuccess })
  const remove = useMutation({ mutationFn: peopleApi.removeToken, onSuccess })
  const failed = error ?? add.error ?? remove.error
  return (
    <section className={styles.section}>
      <h2>{t('people.key.title')}</h2>
      <p>{t('people.key.text')}</p>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate()
        }}
      >
        <TextInput
          label={t('people.key.name')}
          value={name}
          required
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('people.list.newRole')}
          value={role}
          data={choices}
          onChange={(event) => setRole(asRole(event.currentTarget.value))}
        />
        <Button type="submit" loading={add.isPending}>
          {t('people.key.add')}
        </Button>
      </form>
      {add.data && (
        <output>
          <p>{t('people.key.once')}</p>
          <code>{add.data.secret}</code>
        </output>
      )}
      {failed && <ProblemView error={failed} />}
      <ul className={styles.list}>
        {tokens.map((token) => (
          <li key={token.id}>
            {t('people.key.until', { name: token.name, date: date(token.expiresAt) })}
            <Button variant="subtle" onClick={() => remove.mutate(token.id)}>
              {t('people.key.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
