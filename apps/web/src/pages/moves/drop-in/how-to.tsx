import type { DialectFacts, DropInRoute } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { MadeKey } from '../../../api/moves.ts'
import styles from './drop-in.module.css'
import { Given } from './given.tsx'
import { programOf } from './programs.ts'
import { commandOf, variablesOf } from './variables.ts'

interface HowToProps {
  route: DropInRoute
  dialect: DialectFacts
  /** Only when it was just made. */
  secret?: MadeKey
}

/** What a program needs to ask here: address, variables, and an example that works. */
export function HowTo({ route, dialect, secret }: HowToProps): ReactElement {
  const { t } = useTranslation()
  const { id } = dialect
  const address = location.origin + dialect.path
  const program = programOf(id)
  const hidden = t('dropIn.hidden')
  const key = secret ?? (route.accessKey === null ? { key: hidden } : { accessKey: route.accessKey, secret: hidden })
  return (
    <div className={styles.how}>
      <p>{t(`dropIn.dialect.${id}.how`)}</p>
      <Given label={t('dropIn.address')} text={address} />
      <Given label={t('dropIn.variables')} text={variablesOf(id, address, key)} />
      {isOnlyHere(location.hostname) && (
        <p className="soft">
          {t('dropIn.onlyHere')} <Link href="/people">{t('dropIn.openUp')}</Link>
        </p>
      )}
      <p className="small">
        {t(`dropIn.dialect.${id}.answers`)} <span className="soft">{t(`dropIn.dialect.${id}.not`)}</span>
      </p>
      {program && (
        <details className={styles.program}>
          <summary>{t('dropIn.program')}</summary>
          <p className="soft small">{t('dropIn.programText')}</p>
          <Given label={`${id}.mjs`} text={program} />
          <Given label={t('dropIn.run')} text={commandOf(id, route.model)} />
        </details>
      )}
    </div>
  )
}

function isOnlyHere(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(host)
}
