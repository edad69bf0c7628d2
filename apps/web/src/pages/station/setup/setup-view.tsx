import type { Station } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../../../app/workspace.ts'
import { StopSwitch } from '../stop-switch.tsx'
import { CardText } from './card-text.tsx'
import { Costs } from './costs.tsx'
import { Exports } from './exports.tsx'
import { Outputs } from './outputs.tsx'
import { Products } from './products.tsx'
import { RemoveStation } from './remove-station.tsx'
import { Rename } from './rename.tsx'
import { Rules } from './rules.tsx'
import styles from './setup-view.module.css'
import { Shifts } from './shifts.tsx'
import { SourceSettings } from './source-settings.tsx'

/** Behind the last tab: what is set once. Where pictures come from and results go, and what the station is for. */
export function SetupView({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { kind } = useWorkspace()
  const own = kind === 'own'
  return (
    <div className={styles.grid}>
      <section className={styles.section} aria-labelledby="source">
        <h2 id="source">{t('station.source.title')}</h2>
        <SourceSettings key={JSON.stringify(station.source)} station={station} />
      </section>
      {own && <Outputs station={station} />}
      <Rules station={station} />
      {own && <Products station={station} />}
      <Shifts station={station} />
      <Costs station={station} />
      <CardText station={station} />
      <Exports station={station} />
      <section className={styles.section} aria-labelledby="itself">
        <h2 id="itself">{t('setup.itself')}</h2>
        {own && <Rename station={station} />}
        <div className={styles.buttons}>
          {station.state !== 'untaught' && <StopSwitch station={station} />}
          {own && <RemoveStation station={station} />}
        </div>
      </section>
    </div>
  )
}
