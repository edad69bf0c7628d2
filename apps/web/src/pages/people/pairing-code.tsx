import type { Pairing } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import styles from './pairing-code.module.css'

/** What a phone or screen scans to be paired, and what its browser will say. */
export function PairingCode({ pairing }: { pairing: Pairing }): ReactElement {
  const { t } = useTranslation()
  const { address, code, reachable } = pairing
  return (
    <div className={styles.pairing}>
      <Qr text={address} label={t('people.device.qr')} />
      <div>
        <p>{t('people.device.scan')}</p>
        <p data-testid="pairing">
          <a href={address}>{address}</a>
        </p>
        <p className="soft">{t('people.device.typed', { code })}</p>
        {reachable && <p className="soft">{t('people.device.warns')}</p>}
      </div>
    </div>
  )
}

/** Drawn here, from nothing but the text: always dark on white, or a phone cannot read it. */
function Qr({ text, label }: { text: string; label: string }): ReactElement {
  const { data, size } = encode(text, { border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img cannot hold what is drawn here
    <svg width="240" height="240" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  )
}
