import { Button, SegmentedControl, TextInput } from '@mantine/core'
import type { Station, StationSettings } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../../../api/cache.ts'
import { useApi } from '../../../app/workspace.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { Hint } from '../../../parts/hint.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useStationChange } from '../station-change.ts'
import styles from './setup-view.module.css'

const ways = ['looking', 'name', 'code'] as const satisfies readonly StationSettings['choose'][]

/** Several products at one station: what they are, and how the station knows which one it sees. */
export function Products({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [leaving, setLeaving] = useState<Station['products'][number] | null>(null)
  const { change, error } = useStationChange(station.id)
  const again = (): void => void client.invalidateQueries({ queryKey: keys.stations(api.base) })
  const add = useMutation({
    mutationFn: () => api.addProduct(station.id, { name: name.trim(), code: code.trim() || null }),
    onSuccess: () => {
      setName('')
      setCode('')
      again()
    },
  })
  const remove = useMutation({
    mutationFn: (productId: string) => api.removeProduct(station.id, productId),
    onSuccess: () => setLeaving(null),
    onSettled: again,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() !== '') add.mutate()
  }
  return (
    <section className={styles.section} aria-labelledby="products">
      <h2 id="products">
        {t('setup.products.title')} <Hint text={t('setup.products.why')} />
      </h2>
      {station.products.length === 0 && <p className="soft">{t('setup.products.none')}</p>}
      {station.products.length > 0 && (
        <>
          <ul className={styles.list}>
            {station.products.map((product) => (
              <li key={product.id} className={styles.item}>
                <span>
                  <strong>{product.name}</strong>
                  {product.code && <span className="soft">{t('setup.products.withCode', { code: product.code })}</span>}
                </span>
                <Button variant="subtle" className={styles.remove} onClick={() => setLeaving(product)}>
                  {t('setup.products.remove')}
                </Button>
              </li>
            ))}
          </ul>
          <div className={styles.form}>
            <span id="choose">{t('setup.products.choose')}</span>
            <SegmentedControl
              fullWidth
              aria-labelledby="choose"
              value={station.settings.choose}
              data={ways.map((way) => ({ value: way, label: t(`setup.products.way.${way}`) }))}
              onChange={(way) => void change({ settings: { choose: way } }).catch(() => undefined)}
            />
            <p className="soft">{t(`setup.products.wayText.${station.settings.choose}`)}</p>
          </div>
        </>
      )}
      <form onSubmit={submit}>
        <div className={styles.fields}>
          <TextInput
            size="md"
            label={t('setup.products.name')}
            value={name}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            size="md"
            label={t('setup.products.code')}
            value={code}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" size="md" loading={add.isPending} disabled={name.trim() === ''}>
            {t('setup.products.add')}
          </Button>
        </div>
      </form>
      {(error ?? add.error) && <ProblemView error={error ?? add.error} />}
      <Confirm
        opened={leaving !== null}
        danger
        busy={remove.isPending}
        title={t('setup.products.removeTitle', { product: leaving?.name ?? '' })}
        action={t('setup.products.remove')}
        onConfirm={() => leaving && remove.mutate(leaving.id)}
        onClose={() => setLeaving(null)}
      >
        <p>{t('setup.products.removeText')}</p>
        {remove.error && <ProblemView error={remove.error} />}
      </Confirm>
    </section>
  )
}
