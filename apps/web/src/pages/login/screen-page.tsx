import { Button, PinInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '../../api/people.ts'
import { LanguageSwitch } from '../../app/language-switch.tsx'
import { LinkButton } from '../../parts/link-button.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { PairFirst } from '../phone/pair-first.tsx'
import { useMe } from './gate.tsx'
import styles from './login.module.css'

/** A shared screen: who stands here is said with a PIN. */
export function ScreenPage(): ReactElement {
  const { data: me } = useMe()
  return <main className={styles.page}>{me && (me.device?.kind === 'screen' ? <Who /> : <Unpaired />)}</main>
}

function Unpaired(): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <h1>{t('people.screen.title')}</h1>
      <PairFirst />
      <LanguageSwitch />
    </>
  )
}

function Who(): ReactElement {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: me } = useMe()
  const { data: people = [] } = useQuery({ queryKey: ['screen-people'], queryFn: peopleApi.screenPeople })
  const [chosen, setChosen] = useState<string | null>(null)
  const [pin, setPin] = useState('')
  const refresh = { onSuccess: () => client.invalidateQueries(), onSettled: () => setPin('') }
  const stand = useMutation({ mutationFn: () => peopleApi.standAt(chosen ?? '', pin), ...refresh })
  const leave = useMutation({ mutationFn: peopleApi.leaveScreen, ...refresh })
  if (me?.who?.kind === 'account') {
    return (
      <>
        <h1>{me.who.name}</h1>
        <LinkButton to="/stations" size="xl">
          {t('people.screen.paired')}
        </LinkButton>
        <Button size="xl" variant="default" onClick={() => leave.mutate()}>
          {t('people.screen.leave')}
        </Button>
      </>
    )
  }
  return (
    <>
      <h1>{t('people.screen.who')}</h1>
      {people.length === 0 && <p>{t('people.screen.none')}</p>}
      {people.map(({ id, name }) => (
        <Button key={id} size="xl" variant={id === chosen ? 'filled' : 'default'} onClick={() => setChosen(id)}>
          {name}
        </Button>
      ))}
      {chosen && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            stand.mutate()
          }}
        >
          <PinInput
            length={6}
            type="number"
            mask
            size="xl"
            value={pin}
            onChange={setPin}
            aria-label={t('people.login.pin')}
          />
          {stand.error && <ProblemView error={stand.error} />}
          <Button type="submit" size="xl" loading={stand.isPending}>
            {t('people.login.go')}
          </Button>
        </form>
      )}
    </>
  )
}
