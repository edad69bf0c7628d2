import { Button } from '@mantine/core'
import type { DialectFacts, DropInRoute, Station } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { MadeRoute } from '../../../api/moves.ts'
import { useMovesApi, useMovesKey } from '../../../api/moves-queries.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { Hint } from '../../../parts/hint.tsx'
import { LinkButton } from '../../../parts/link-button.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Changing } from '../../register/changing.tsx'
import { ChangeRoute } from './change-route.tsx'
import styles from './drop-in.module.css'
import { HowTo } from './how-to.tsx'

interface RouteItemProps {
  route: DropInRoute
  dialect: DialectFacts
  stations: Station[]
  onKey: (made: MadeRoute) => void
  onRemove: () => void
}

/** One connected program: what it asked, and what can be done with the connection. */
export function RouteItem({ route, dialect, stations, onKey, onRemove }: RouteItemProps): ReactElement {
  const { t } = useTranslation()
  const { number, moment } = useFormats()
  const api = useMovesApi()
  const client = useQueryClient()
  const queryKey = useMovesKey('routes')
  const [open, setOpen] = useState<'how' | 'change' | null>(null)
  const [asking, setAsking] = useState(false)
  const station = stations.find(({ id }) => id === route.stationId)
  const { model } = route
  const renew = useMutation({
    mutationFn: () => api.renewKey(route.id),
    onSuccess: (made) => {
      setAsking(false)
      onKey(made)
      return client.invalidateQueries({ queryKey })
    },
  })
  const turn = (what: 'how' | 'change'): void => setOpen(open === what ? null : what)
  return (
    <li className={styles.route}>
      <div className={styles.about}>
        <h3>{model}</h3>
        <p>
          {dialect.name} →{' '}
          {station ? <Link href={`/stations/${station.id}`}>{station.name}</Link> : t('dropIn.goneStation')}
        </p>
        <p>
          {t('dropIn.counts', { answered: number(route.answered), refused: number(route.refused) })}{' '}
          <Hint text={t('dropIn.countsWhy')} />
        </p>
        <p className="soft small">
          {route.lastAt === null ? t('dropIn.never') : t('dropIn.last', { moment: moment(route.lastAt) })} ·{' '}
          {t('dropIn.limit', { n: number(route.perSecond, Number.isInteger(route.perSecond) ? 0 : 1) })}
        </p>
      </div>
      <div className={styles.buttons}>
        <LinkButton to={`/moves/drop-in/${route.id}`} variant="default">
          {t('dropIn.compare')}
        </LinkButton>
        <Button variant="default" aria-expanded={open === 'how'} onClick={() => turn('how')}>
          {t('dropIn.show')}
        </Button>
        <Changing>
          <Button variant="default" aria-expanded={open === 'change'} onClick={() => turn('change')}>
            {t('dropIn.change')}
          </Button>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('dropIn.renew')}
          </Button>
          <Button variant="subtle" className={styles.remove} onClick={onRemove}>
            {t('dropIn.remove')}
          </Button>
        </Changing>
      </div>
      {open === 'how' && <HowTo route={route} dialect={dialect} />}
      {open === 'change' && <ChangeRoute route={route} stations={stations} onDone={() => setOpen(null)} />}
      <Confirm
        opened={asking}
        busy={renew.isPending}
        title={t('dropIn.renewTitle', { model })}
        action={t('dropIn.renew')}
        onConfirm={() => renew.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t('dropIn.renewText')}</p>
        {renew.error && <ProblemView error={renew.error} />}
      </Confirm>
    </li>
  )
}
