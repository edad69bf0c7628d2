import { NativeSelect } from '@mantine/core'
import type { Price } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import { useLanguage } from '../../register/words.ts'
import { Amount } from './amount.tsx'
import styles from './money.module.css'
import { asksUses, type MoneyDraft, runsByTheClock, usesDollars } from './money-draft.ts'
import { MoreFields } from './more-fields.tsx'

export interface MoneyFormProps {
  draft: MoneyDraft
  prices: Price[]
  onChange: (change: Partial<MoneyDraft>) => void
}

/** What a person has to say: from the bill that falls away to the hours of work that come with it. */
export function MoneyForm({ draft, prices, onChange }: MoneyFormProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { partialDay } = useFormats()
  const nameOf = ({ name, region }: Price): string => (region ? `${name[language]} · ${region}` : name[language])
  const known = prices.filter(({ kind, tiers }) => kind === 'cloud-ai' && tiers !== null)
  const unknown = prices.filter(({ kind, tiers }) => kind === 'cloud-ai' && tiers === null)
  const devices = prices.filter(({ kind, tiers }) => kind === 'hardware' && tiers !== null)
  const cloud = prices.find(({ id }) => id === draft.cloud)
  const device = prices.find(({ id }) => id === draft.device)
  const power = prices.find(({ kind, tiers }) => kind === 'electricity' && tiers !== null)
  const field = (name: keyof MoneyDraft) => ({
    value: draft[name],
    onChange: (value: string) => onChange({ [name]: value }),
  })
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()} aria-labelledby="known" data-print="no">
      <h2 id="known">{t('money.form')}</h2>
      <NativeSelect
        size="md"
        label={t('money.cloud.label')}
        description={
          draft.cloud === '' ? t('money.cloud.unknown', { names: unknown.map(nameOf).join(', ') }) : undefined
        }
        value={draft.cloud}
        data={[
          { value: '', label: t('money.cloud.choose') },
          ...known.map((price) => ({ value: price.id, label: nameOf(price) })),
          { value: 'own', label: t('money.cloud.own') },
        ]}
        onChange={(event) => onChange({ cloud: event.currentTarget.value, uses: '' })}
      />
      {draft.cloud === 'own' && <Amount label={t('money.cloud.price')} prefix="€ " {...field('cloudPrice')} />}
      {cloud && asksUses(cloud) && (
        <Amount
          label={
            cloud.unit === 'hour'
              ? t('money.uses.hour')
              : cloud.unit === 'month'
                ? t('money.uses.month')
                : t('money.uses.other', { unit: t(`money.units.${cloud.unit}`) })
          }
          description={runsByTheClock(cloud) && cloud.unit === 'hour' ? t('money.uses.hourText') : undefined}
          {...field('uses')}
        />
      )}
      <Amount label={t('money.images')} description={t('money.imagesText')} whole {...field('images')} />
      <NativeSelect
        size="md"
        label={t('money.device.label')}
        value={draft.device}
        data={[
          { value: 'none', label: t('money.device.none') },
          ...devices.map((price) => ({ value: price.id, label: nameOf(price) })),
          { value: 'own', label: t('money.device.own') },
        ]}
        onChange={(event) => {
          const chosen = devices.find(({ id }) => id === event.currentTarget.value)
          onChange({ device: event.currentTarget.value, watts: chosen?.watts?.high ?? '' })
        }}
      />
      {draft.device === 'own' && <Amount label={t('money.device.price')} prefix="€ " {...field('devicePrice')} />}
      {device && <Amount label={t('money.device.count')} whole {...field('count')} />}
      {usesDollars(draft, prices) && (
        <Amount label={t('money.dollar')} description={t('money.dollarText')} prefix="€ " {...field('dollar')} />
      )}
      <Amount label={t('money.once')} prefix="€ " {...field('installation')} />
      <fieldset className={styles.group}>
        <legend>{t('money.labour.title')}</legend>
        <p className="soft small">{t('money.labour.text')}</p>
        <div className={styles.pair}>
          <Amount label={t('money.labour.hours')} id="labour" {...field('hours')} />
          <Amount label={t('money.labour.perHour')} prefix="€ " {...field('perHour')} />
        </div>
      </fieldset>
      <div className={styles.pair}>
        <Amount
          label={t('money.watts')}
          description={
            device?.watts
              ? t('money.wattsFrom', { ...device.watts, status: t(`money.status.${device.watts.status}`) })
              : draft.watts === ''
                ? t('money.wattsUnknown')
                : undefined
          }
          {...field('watts')}
        />
        <Amount
          label={t('money.kwh')}
          prefix="€ "
          description={
            power
              ? t('money.kwhText', {
                  price: (power.tiers?.[0]?.price ?? '').replace('.', language === 'nl' ? ',' : '.'),
                  day: partialDay(power.checkedOn),
                })
              : undefined
          }
          {...field('kwh')}
        />
      </div>
      <MoreFields field={field} />
    </form>
  )
}
