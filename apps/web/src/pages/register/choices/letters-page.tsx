import { Button, NativeSelect } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useAsked, useChange, useRegister } from '../../../api/register-queries.ts'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { Changing } from '../changing.tsx'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { useLanguage } from '../words.ts'
import { OneLetter } from './one-letter.tsx'

/** Letters to suppliers: written here, sent by you, kept track of until an answer comes. */
export function LettersPage(): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [params] = useSearchParams()
  const { data: register } = useRegister()
  const { data: letters, error, refetch } = useAsked(['letters'], (api) => api.letters())
  const sure = (register?.services ?? []).filter(
    ({ confidence, kind, vendor }) => confidence === 'confirmed' && kind !== 'library' && vendor !== null,
  )
  const [chosen, setChosen] = useState(params.get('service') ?? '')
  const serviceId = chosen || (sure[0]?.id ?? '')
  const write = useChange((api, id: string) => api.writeLetter(id, language))
  const names = new Map(register?.services.map(({ id, name }) => [id, name]))
  return (
    <>
      <RegisterNav />
      <PageHead title={t('choices.letters.title')} />
      <p className={styles.text}>{t('choices.letters.text')}</p>
      <div className={styles.stack}>
        {error && !letters && <ProblemView error={error} onRetry={() => void refetch()} />}
        {!letters && !error && <PageSkeleton />}
        {letters?.length === 0 && <p>{t('choices.letters.none')}</p>}
        {sure.length > 0 && (
          <Changing>
            <form
              className={styles.form}
              onSubmit={(event) => {
                event.preventDefault()
                write.mutate(serviceId)
              }}
            >
              <NativeSelect
                size="md"
                label={t('choices.letters.about')}
                value={serviceId}
                data={sure.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(event) => setChosen(event.currentTarget.value)}
              />
              {write.error && <ProblemView error={write.error} />}
              <Button type="submit" size="md" loading={write.isPending}>
                {t('choices.letters.write')}
              </Button>
            </form>
          </Changing>
        )}
        {letters?.map((letter) => (
          <OneLetter key={letter.id} letter={letter} about={names.get(letter.serviceId) ?? letter.serviceId} />
        ))}
      </div>
    </>
  )
}
