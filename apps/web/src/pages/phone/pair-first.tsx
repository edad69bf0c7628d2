import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '../../api/people.ts'
import { ProblemView } from '../../parts/problem-view.tsx'

/** The code comes along after the # of the address, where no log sees it, or is typed. */
export function PairFirst(): ReactElement {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: (typed: string) => peopleApi.pair(typed),
    onSuccess: () => client.invalidateQueries(),
  })
  useEffect(() => {
    const given = decodeURIComponent(location.hash.slice(1))
    if (given === '') return
    // Used once: going back to this address must not try it again.
    history.replaceState(null, '', location.pathname)
    mutate(given)
  }, [mutate])
  if (isPending) return <p>{t('people.phone.pairing')}</p>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        mutate(code)
      }}
    >
      <p>{t('people.phone.unpaired')}</p>
      <TextInput
        size="lg"
        label={t('people.phone.code')}
        value={code}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {error && <ProblemView error={error} />}
      <Button type="submit" size="lg" mt="md" fullWidth>
        {t('people.phone.pair')}
      </Button>
    </form>
  )
}
