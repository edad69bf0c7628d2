import { Button, NumberInput, PasswordInput, TextInput } from '@mantine/core'
import type { CloudKey, DialectFacts, DropInRoute, RouteMode } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesChange } from '../../../api/moves-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Changing } from '../../register/changing.tsx'
import { numberIn, useLanguage } from '../../register/words.ts'
import styles from './compare.module.css'

const modes = ['cloud-first', 'box-first', 'box'] as const satisfies readonly RouteMode[]

/** Who answers the program: one click to switch, and one to switch back. */
export function ModeChoice({
  route,
  dialect,
}: {
  route: DropInRoute
  dialect: DialectFacts | undefined
}): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const back = useMovesChange((api, mode: RouteMode) => api.changeRoute(route.id, { mode }))
  const turn = useMovesChange(
    (api, mode: RouteMode) => api.changeRoute(route.id, { mode }),
    (_, mode) => say(t(`compare.mode.done.${mode}`), { undo: () => back.mutate(route.mode) }),
  )
  const { shadow } = route
  return (
    <section className={styles.section} aria-labelledby="mode">
      <h2 id="mode">{t('compare.mode.title')}</h2>
      {route.cloud === null && <p>{t('compare.mode.noCloud')}</p>}
      <Changing>
        <fieldset className={styles.modes}>
          <legend className="unseen">{t('compare.mode.title')}</legend>
          {modes.map((mode) => (
            <label key={mode} className={styles.mode} data-off={route.cloud === null && mode !== 'box'}>
              <input
                type="radio"
                name="mode"
                className="unseen"
                checked={(turn.isPending ? turn.variables : route.mode) === mode}
                disabled={turn.isPending || (route.cloud === null && mode !== 'box')}
                onChange={() => turn.mutate(mode)}
              />
              <strong>{t(`compare.mode.${mode}`)}</strong>
              <span className="soft">{t(`compare.mode.text.${mode}`)}</span>
            </label>
          ))}
        </fieldset>
        {(turn.error ?? back.error) && <ProblemView error={turn.error ?? back.error} />}
        <p className="soft small">
          {t('compare.mode.shadow', {
            compared: number(shadow.compared),
            waiting: number(shadow.waiting),
            dropped: number(shadow.dropped),
            failed: number(shadow.cloudFailed),
          })}
        </p>
        <CloudForm route={route} signed={dialect?.key === 'signature'} />
      </Changing>
    </section>
  )
}

/** Where the cloud is, and the company's own key of it. */
function CloudForm({ route, signed }: { route: DropInRoute; signed: boolean }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [address, setAddress] = useState(route.cloud?.address ?? '')
  const [region, setRegion] = useState(route.cloud?.region ?? '')
  const [accessKey, setAccessKey] = useState('')
  const [secret, setSecret] = useState('')
  const [sample, setSample] = useState<string | number>(route.sample * 100)
  const key: CloudKey | undefined = secret === '' ? undefined : signed ? { accessKey, secret } : { key: secret }
  const share = numberIn(sample)
  const save = useMovesChange<void, DropInRoute>(
    (api) =>
      api.changeRoute(route.id, {
        cloud: {
          address: address.trim(),
          region: region.trim() === '' ? null : region.trim(),
          seconds: route.cloud?.seconds ?? 10,
          ...(key ? { key } : {}),
        },
        ...(share === null ? {} : { sample: share / 100 }),
      }),
    () => {
      setSecret('')
      setAccessKey('')
      say(t('compare.cloudForm.saved'))
    },
  )
  return (
    <details className={styles.more} open={route.cloud === null}>
      <summary>{t('compare.cloudForm.title')}</summary>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <p className="soft small">{t('compare.cloudForm.text')}</p>
        <TextInput
          size="md"
          type="url"
          label={t('compare.cloudForm.address')}
          value={address}
          required
          withAsterisk={false}
          autoComplete="off"
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        {signed && (
          <>
            <TextInput
              size="md"
              label={t('compare.cloudForm.region')}
              value={region}
              autoComplete="off"
              onChange={(event) => setRegion(event.currentTarget.value)}
            />
            <TextInput
              size="md"
              label={t('compare.cloudForm.accessKey')}
              value={accessKey}
              autoComplete="off"
              onChange={(event) => setAccessKey(event.currentTarget.value)}
            />
          </>
        )}
        <PasswordInput
          size="md"
          label={t(signed ? 'compare.cloudForm.secret' : 'compare.cloudForm.key')}
          description={route.cloud?.keyIsSet ? t('compare.cloudForm.keyIsSet') : undefined}
          value={secret}
          autoComplete="off"
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        <NumberInput
          size="md"
          label={t('compare.cloudForm.sample')}
          value={sample}
          min={0}
          max={100}
          suffix=" %"
          decimalSeparator={language === 'nl' ? ',' : '.'}
          allowNegative={false}
          hideControls
          onChange={setSample}
        />
        {save.error && <ProblemView error={save.error} />}
        <div>
          <Button type="submit" size="md" loading={save.isPending}>
            {t('compare.cloudForm.save')}
          </Button>
        </div>
      </form>
    </details>
  )
}
