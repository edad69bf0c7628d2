import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FullVendor } from '../../../api/register.ts'
import { useFormats } from '../../../texts/format.ts'
import { useMayChange } from '../changing.tsx'
import { FactSource } from '../fact-source.tsx'
import { CorrectFact } from '../knowledge/correct-fact.tsx'
import { Stated } from '../knowledge/stated.tsx'
import styles from '../register.module.css'
import { isStated, useCountry } from '../words.ts'

/** Whose a vendor is and where it sits, each with its source; what was stated here beside what the knowledge says. */
export function VendorFacts({ vendor }: { vendor: FullVendor }): ReactElement {
  const { t } = useTranslation()
  const { partialDay } = useFormats()
  const country = useCountry()
  const may = useMayChange()
  const [isOpen, setOpen] = useState(false)
  const { ultimateParent: parent, contractingEntity: entity, own } = vendor
  return (
    <section className={styles.panel} aria-labelledby="parent">
      <h2 id="parent">{t('service.vendor.parent')}</h2>
      <p className={styles.large}>{parent.value?.name ?? t('common.unknown')}</p>
      {parent.value && (
        <p>
          {country(parent.value.country)}, {t(`service.control.${parent.value.control}`)}
          {isStated(own, 'control') && ` (${t('knowledge.own')})`},{' '}
          {parent.value.asOf ? t('service.asOf', { day: partialDay(parent.value.asOf) }) : t('service.asOfUnknown')}
        </p>
      )}
      <FactSource status={parent.status} source={parent.source} />
      <h3>{t('service.vendor.country')}</h3>
      <p>{country(vendor.country.value)}</p>
      <FactSource status={vendor.country.status} source={vendor.country.source} />
      {entity && (
        <>
          <h3>{t('service.vendor.entity')}</h3>
          <p>{entity.value ? `${entity.value.name} (${country(entity.value.country)})` : t('common.unknown')}</p>
          <FactSource status={entity.status} source={entity.source} />
        </>
      )}
      {own && (
        <>
          <h3>{t('knowledge.stated.title')}</h3>
          <Stated id={vendor.id} name={vendor.name} own={own} />
        </>
      )}
      {may &&
        (isOpen ? (
          <>
            <h3>{t('knowledge.correct.title')}</h3>
            <CorrectFact vendor={vendor} onDone={() => setOpen(false)} />
          </>
        ) : (
          <div className={styles.buttons}>
            <Button size="md" variant="default" onClick={() => setOpen(true)}>
              {t('knowledge.correct.open')}
            </Button>
          </div>
        ))}
    </section>
  )
}
