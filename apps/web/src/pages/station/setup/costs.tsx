import { Button, NumberInput } from '@mantine/core'
import type { Station } from '@nabij/base'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Hint } from '../../../parts/hint.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useStationChange } from '../station-change.ts'
import { CostLine } from './cost-line.tsx'
import styles from './setup-view.module.css'

/** What power a thousand pictures take here, from what the box draws and what a kilowatt-hour costs. */
export function Costs({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { watt, centsPerKwh } = station.settings
  const { change, error, busy } = useStationChange(station.id)
  const [draws, setDraws] = useState<number | ''>(watt ?? '')
  const [price, setPrice] = useState<number | ''>(centsPerKwh === null ? '' : centsPerKwh / 100)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const before = { watt, centsPerKwh }
    const wanted = {
      watt: draws === '' ? null : draws,
      centsPerKwh: price === '' ? null : Math.round(price * 10_000) / 100,
    }
    await change({ settings: wanted })
    say(t('setup.costs.saved'), { undo: () => void change({ settings: before }) })
  }
  const field = (given: number | string): number | '' => (typeof given === 'number' ? given : '')
  return (
    <section className={styles.section} aria-labelledby="costs">
      <h2 id="costs">
        {t('setup.costs.title')} <Hint text={t('setup.costs.why')} />
      </h2>
      <CostLine station={station} />
      <form className={styles.form} onSubmit={(event) => void submit(event).catch(() => undefined)}>
        <div className={styles.fields}>
          <NumberInput
            size="md"
            label={t('setup.costs.watt')}
            placeholder={t('common.unknown')}
            min={0}
            max={10_000}
            suffix=" W"
            decimalSeparator={t('setup.costs.decimal')}
            value={draws}
            onChange={(given) => setDraws(field(given))}
          />
          <NumberInput
            size="md"
            label={t('setup.costs.price')}
            placeholder={t('common.unknown')}
            min={0}
            max={10}
            prefix="€ "
            decimalScale={4}
            decimalSeparator={t('setup.costs.decimal')}
            value={price}
            onChange={(given) => setPrice(field(given))}
          />
        </div>
        <div>
          <Button type="submit" variant="default" size="md" loading={busy}>
            {t('setup.costs.save')}
          </Button>
        </div>
      </form>
      {error && <ProblemView error={error} />}
    </section>
  )
}
