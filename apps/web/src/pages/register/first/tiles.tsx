import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../api/problem.ts'
import type { TileGroup } from '../../../api/register.ts'
import { useChange, useRegisterKey } from '../../../api/register-queries.ts'
import { Symbol } from '../../../parts/icons.tsx'
import { useTold } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import styles from './first.module.css'

type Product = TileGroup['products'][number]

/** Per kind, until a person asks for more: all of them at once is a wall. */
const atFirst = 6

/** What companies commonly use, by kind: one press ticks, another takes it back. */
export function Tiles({ groups }: { groups: TileGroup[] }): ReactElement {
  const { t } = useTranslation()
  const told = useTold()
  const client = useQueryClient()
  const [open, setOpen] = useState<readonly string[]>([])
  const key = useRegisterKey('tiles')
  /** The tile answers at once; what the box says afterwards wins. */
  const show = (id: string, ticked: boolean): void => {
    client.setQueryData<TileGroup[]>(key, (known) =>
      known?.map((group) => ({
        ...group,
        products: group.products.map((product) => (product.id === id ? { ...product, ticked } : product)),
      })),
    )
  }
  const turn = useChange(
    (api, { id, ticked }: Product): Promise<unknown> => (ticked ? api.untick(id) : api.tick({ productId: id })),
  )
  const onTurn = (product: Product): void => {
    show(product.id, !product.ticked)
    turn.mutate(product, {
      onError: (error) =>
        say(
          error instanceof ApiError && error.problem?.code === 'NABIJ_SERVICE_PROVEN'
            ? t('register.first.untickedProven', { name: product.name })
            : told(error).title,
        ),
    })
  }
  return (
    <>
      {groups.map(({ kind, products }) => (
        <section key={kind} className={styles.group} aria-labelledby={`kind-${kind}`}>
          <h2 id={`kind-${kind}`}>{t(`register.kind.${kind}`)}</h2>
          <ul className={styles.tiles}>
            {(open.includes(kind) ? products : fewOf(products)).map((product) => (
              <li key={product.id}>
                <button
                  type="button"
                  className={styles.tile}
                  aria-pressed={product.ticked}
                  onClick={() => onTurn(product)}
                >
                  <span className={styles.box} aria-hidden="true">
                    {product.ticked && <Symbol name="check" size={18} />}
                  </span>
                  <span>
                    {product.name}
                    {!product.name.startsWith(product.vendor) && (
                      <span className={styles.vendor}>{product.vendor}</span>
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {!open.includes(kind) && fewOf(products).length < products.length && (
            <Button variant="subtle" mt="xs" onClick={() => setOpen([...open, kind])}>
              {t('register.first.more', { count: products.length - fewOf(products).length })}
              <span className="unseen">: {t(`register.kind.${kind}`)}</span>
            </Button>
          )}
        </section>
      ))}
    </>
  )
}

/** The best known ones, and each that is ticked already. */
function fewOf(products: Product[]): Product[] {
  return products.filter(({ ticked }, index) => index < atFirst || ticked)
}
