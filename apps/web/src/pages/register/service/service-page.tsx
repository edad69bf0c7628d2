import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ApiError } from '../../../api/problem.ts'
import { useAsked, useChange } from '../../../api/register-queries.ts'
import { LinkButton } from '../../../parts/link-button.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { Changing, useMayChange } from '../changing.tsx'
import { OriginMark } from '../origin-mark.tsx'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { servicePath } from '../words.ts'
import { Alternatives } from './alternatives.tsx'
import { CostFacts } from './cost-facts.tsx'
import { Events } from './events.tsx'
import { Findings } from './findings.tsx'
import { Laws } from './laws.tsx'
import { Notes } from './notes.tsx'
import { Owner } from './owner.tsx'
import { SaidBySupplier } from './said.tsx'
import { Seal } from './seal.tsx'

/** One service: whose it is, what it costs, how we can tell, what you know, and how to do without. */
export function ServicePage({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const may = useMayChange()
  const { data: service, error, refetch } = useAsked(['service', id], (api) => api.service(id))
  const back = useChange((api, what: { productId: string } | { name: string }) => api.tick(what))
  const remove = useChange(
    (api) => api.untick(id),
    () => {
      const name = service?.name ?? ''
      say(t('service.removed', { name }), {
        undo: () => back.mutate(id.startsWith('own:') ? { name } : { productId: id }),
      })
      navigate('/register/list')
    },
  )
  // What is known of it from before says nothing once it is gone.
  if (!service || (error instanceof ApiError && error.problem?.status === 404))
    return (
      <>
        <RegisterNav />
        {error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />}
      </>
    )
  const { name, vendor, kind, origin, confidence, findings } = service
  const isOnlyByHand = findings.every(({ kind: seen, claim }) => seen === 'manual' || claim)
  return (
    <>
      <RegisterNav />
      <PageHead title={name}>
        <LinkButton to={`${servicePath(id)}/exit`} size="md">
          {t('service.exit')}
        </LinkButton>
        {confidence === 'confirmed' && (
          <LinkButton to={`/register/letters?service=${encodeURIComponent(id)}`} size="md" variant="default">
            {t('service.letter')}
          </LinkButton>
        )}
        {isOnlyByHand && may && (
          <Button variant="default" size="md" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
            {t('service.remove')}
          </Button>
        )}
      </PageHead>
      <p className={styles.text}>
        <OriginMark origin={origin} /> · {t(`register.kind.${kind}`)} ·{' '}
        {vendor ? t('service.by', { vendor: vendor.name }) : t('service.noVendor')} ·{' '}
        {t(`register.confidence.${confidence}`)}
      </p>
      {remove.error && <ProblemView error={remove.error} />}
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Owner service={service} />
          <SaidBySupplier services={[service]} />
          <CostFacts service={service} />
          <Findings service={service} />
          <Alternatives alternatives={service.alternatives} />
          <Laws service={service} />
          <Seal assessment={service.assessment} />
          <Events events={service.events} />
        </div>
        <div className={styles.stack}>
          <Changing>
            <Notes key={id} service={service} />
          </Changing>
        </div>
      </div>
    </>
  )
}
