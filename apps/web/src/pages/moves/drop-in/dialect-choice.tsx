import type { DialectFacts, DialectId } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePrices } from '../../../api/moves-queries.ts'
import { useFormats } from '../../../texts/format.ts'
import styles from './drop-in.module.css'

/** As which product the knowledge knows a service: there its announced last day stands, with its source. */
const products: Partial<Record<DialectId, string>> = {
  'lookout-vision': 'amazon-lookout-for-vision',
  'custom-vision': 'azure-custom-vision',
  rekognition: 'amazon-rekognition',
}

interface DialectChoiceProps {
  dialects: DialectFacts[]
  chosen: DialectId
  onChoose: (id: DialectId) => void
}

/** The services as tiles, each with the day on which it ends. */
export function DialectChoice({ dialects, chosen, onChoose }: DialectChoiceProps): ReactElement {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.services}>
      <legend>{t('dropIn.service')}</legend>
      <p className="soft">{t('dropIn.serviceText')}</p>
      <div className={styles.tiles}>
        {dialects.map(({ id, name }) => (
          <label key={id} className={styles.tile}>
            <input
              type="radio"
              name="dialect"
              className="unseen"
              checked={id === chosen}
              onChange={() => onChoose(id)}
            />
            <strong>{name}</strong>
            <Ending id={id} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Ending({ id }: { id: DialectId }): ReactElement {
  const { t } = useTranslation()
  const { partialDay } = useFormats()
  const { data } = usePrices()
  if (id === 'kserve') return <span className="soft small">{t('dropIn.open')}</span>
  const product = products[id]
  const day = data?.find((price) => price.ends !== null && price.product === product)?.ends
  if (!product || !day) return <span className="soft small">{t('dropIn.noEnd')}</span>
  const gone = isPast(day)
  return (
    <span className={styles.ending} data-gone={gone}>
      {t(gone ? 'dropIn.ended' : 'dropIn.ends', { day: partialDay(day) })}
    </span>
  )
}

function isPast(day: string): boolean {
  return Date.parse(day) < Date.now()
}
