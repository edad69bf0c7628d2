import type { NextAction } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Register } from '../../../api/register.ts'
import { Symbol } from '../../../parts/icons.tsx'
import { useFormats } from '../../../texts/format.ts'
import steps from '../../home/overview-page.module.css'
import { servicePath } from '../words.ts'

/** Where each next step is done. */
function placeOf({ id, serviceId }: NextAction): string {
  const service = serviceId === null ? '/register/list' : servicePath(serviceId)
  const places: Record<NextAction['id'], string> = {
    'tick-services': '/register/tick',
    'say-what-is-crucial': '/register/tick?step=cost',
    'add-bank-statement': '/register/evidence',
    'add-dns': '/register/evidence',
    'add-costs': '/register/tick?step=cost',
    'answer-questions': '/register/questions',
    'name-the-owner': service,
    'ask-supplier':
      serviceId === null ? '/register/letters' : `/register/letters?service=${encodeURIComponent(serviceId)}`,
    'remind-supplier': '/register/letters',
    'plan-exit': serviceId === null ? service : `${service}/exit`,
    'give-notice': service,
    'service-ends': service,
    'renew-evidence': '/register/evidence',
    'review-due': '/register/path',
    review: '/register/path',
  }
  return places[id]
}

/** Three things to do next, the most worthwhile first. */
export function Actions({ register }: { register: Register }): ReactElement {
  const { t } = useTranslation()
  const { date } = useFormats()
  const names = new Map(register.services.map(({ id, name }) => [id, name]))
  return (
    <ol className={steps.steps}>
      {register.actions.map((action) => {
        const { id, serviceId, count, day } = action
        const about = {
          name: serviceId === null ? '' : (names.get(serviceId) ?? serviceId),
          count: count ?? 0,
          day: day === null ? t('common.unknown') : date(Date.parse(day)),
        }
        return (
          <li key={`${id} ${serviceId}`}>
            <Link href={placeOf(action)} className={steps.step}>
              <span>
                <strong>{t(`register.action.${id}.title`, about)}</strong>
                <span className={steps.text}>{t(`register.action.${id}.text`, about)}</span>
              </span>
              <Symbol name="arrow" />
            </Link>
          </li>
        )
      })}
    </ol>
  )
}
