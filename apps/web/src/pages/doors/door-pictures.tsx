import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../texts/format.ts'
import styles from './door-pictures.module.css'

/** An example of the answer behind the first door: made-up amounts, and marked so. */
const bill = [
  { name: 'Office', cents: 1_140_000, inside: false },
  { name: 'ERP', cents: 940_000, inside: false },
  { name: 'CAD', cents: 620_000, inside: true },
  { name: 'Cloud', cents: 448_000, inside: false },
]

export function BillPicture(): ReactElement {
  const { t } = useTranslation()
  const { euros } = useFormats()
  const most = Math.max(...bill.map(({ cents }) => cents))
  return (
    <div className={styles.bill}>
      <p className={styles.head}>
        {t('doors.picture.bill')} <em>({t('common.example')})</em>
      </p>
      {bill.map(({ name, cents, inside }) => (
        <div key={name} className={styles.row}>
          <span>{name}</span>
          <span className={styles.bar} data-inside={inside} style={{ width: `${(cents / most) * 100}%` }} />
          <span className={styles.amount}>{euros(cents)}</span>
        </div>
      ))}
      <p className={styles.legend}>
        <span className={styles.bar} data-inside="true" /> {t('doors.picture.europe')}
        <span className={styles.bar} data-inside="false" /> {t('doors.picture.elsewhere')}
      </p>
    </div>
  )
}

/** The one line that changes behind the third door. */
export function CloudPicture(): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={styles.cloud}>
      <p className={styles.head}>
        <em>{t('common.example')}</em>
      </p>
      <p className={styles.was}>
        <span>{t('doors.picture.before')}</span>
        <code>https://vision.cloud.example/v1</code>
      </p>
      <p className={styles.becomes}>
        <span>{t('doors.picture.after')}</span>
        <code>http://nabij.local/v1</code>
      </p>
    </div>
  )
}
