import type { Station } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../../../app/workspace.ts'
import { Symbol } from '../../../parts/icons.tsx'
import { LinkButton } from '../../../parts/link-button.tsx'
import styles from './setup-view.module.css'

/** All that this station knows, to take along: verdicts, labelled pictures, and what it was taught. */
export function Exports({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { api, kind } = useWorkspace()
  const at = `${api.base}/stations/${station.id}`
  const mark = kind === 'sample' ? `${t('frame.sample.word').toUpperCase()} ` : ''
  const files = [
    { to: `${at}/verdicts.csv`, text: t('setup.exports.csv'), name: `${mark}${station.name}.csv` },
    { to: `${at}/verdicts.json`, text: t('setup.exports.json'), name: `${mark}${station.name}.json` },
    { to: `${at}/labelled.zip`, text: t('setup.exports.labelled'), name: `${mark}${station.name}.zip` },
    ...(station.recipe
      ? [{ to: `${api.base}/recipes/${station.recipe.id}/file`, text: t('setup.exports.recipe'), name: '' }]
      : []),
  ]
  return (
    <section className={styles.section} aria-labelledby="exports">
      <h2 id="exports">{t('setup.exports.title')}</h2>
      <div className={styles.links}>
        {files.map(({ to, text, name }) => (
          <a key={to} href={to} download={name}>
            <Symbol name="download" size={20} /> {text}
          </a>
        ))}
      </div>
      <p className="soft">{t('setup.exports.why')}</p>
      <div>
        <LinkButton to={`/stations/${station.id}/card`} variant="default" size="md">
          {t('setup.exports.card')}
        </LinkButton>
      </div>
    </section>
  )
}
