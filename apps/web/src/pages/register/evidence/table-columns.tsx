import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { ColumnChoice, SeenTable } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import register from '../register.module.css'
import { type ColumnRole, roles, rolesOf, saysEnough, withRole } from './column-roles.ts'
import styles from './evidence.module.css'

interface TableColumnsProps {
  table: SeenTable
  /** How many lines could not be read. */
  faults: number
  busy: boolean
  /** Reads the file by these columns; nothing is kept. */
  onRead: (columns: ColumnChoice) => void
  /** Whether what is chosen here is what was read. */
  onChange: (isRead: boolean) => void
}

/** The first lines of a table, and above each column what it says: a person may say otherwise. */
export function TableColumns({ table, faults, busy, onRead, onChange }: TableColumnsProps): ReactElement {
  const { t } = useTranslation()
  const { header, width, rows, from } = table
  const [choice, setChoice] = useState(table.columns)
  const now = rolesOf(choice, header, width)
  const change = (next: ColumnChoice): void => {
    setChoice(next)
    onChange(false)
  }
  const nameOf = (at: number): string => header?.[at] || t('evidence.table.nameless', { place: at + 1 })
  const options = roles.map((role) => ({ value: role, label: t(`evidence.table.role.${role}`) }))
  return (
    <form
      className={styles.table}
      onSubmit={(event) => {
        event.preventDefault()
        onRead(choice)
      }}
    >
      <h3>{t('evidence.table.title')}</h3>
      <p>{t(`evidence.table.from.${from}`)}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('evidence.table.scroll', { name: table.path })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('evidence.table.line')}</th>
              {now.map((role, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- a column is its place
                <th key={at} scope="col">
                  <span className={styles.name}>{nameOf(at)}</span>
                  <NativeSelect
                    size="md"
                    aria-label={t('evidence.table.column', { name: nameOf(at) })}
                    data={options}
                    value={role}
                    onChange={({ currentTarget: { value } }) => change(withRole(choice, at, value as ColumnRole, now))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                {now.map((role, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a column is its place
                  <td key={at} data-used={role !== 'none'}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="soft small">{t('evidence.table.privacy')}</p>
      <div className={styles.more}>
        <Checkbox
          label={t('evidence.table.monthFirst')}
          checked={choice.monthFirst}
          onChange={({ currentTarget: { checked } }) => change({ ...choice, monthFirst: checked })}
        />
        <Checkbox
          label={t('evidence.table.paidIsPlus')}
          checked={choice.paidIsPlus}
          onChange={({ currentTarget: { checked } }) => change({ ...choice, paidIsPlus: checked })}
        />
        {choice.currency === null && <Fixed fixed={choice.fixed} onChange={(fixed) => change({ ...choice, fixed })} />}
      </div>
      {!saysEnough(choice) && <output>{t('evidence.table.missing')}</output>}
      <Faults table={table} count={faults} />
      <div className={register.buttons}>
        <Button type="submit" size="md" variant="default" loading={busy} disabled={!saysEnough(choice)}>
          {t('evidence.table.read')}
        </Button>
      </div>
    </form>
  )
}

function Fixed({ fixed, onChange }: { fixed: string | null; onChange: (fixed: string | null) => void }): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(fixed ?? '')
  return (
    <TextInput
      size="md"
      label={t('evidence.table.fixed')}
      placeholder="EUR"
      maxLength={3}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        const code = value.toUpperCase()
        setTyped(code)
        if (code === '' || /^[A-Z]{3}$/.test(code)) onChange(code || null)
      }}
    />
  )
}

function Faults({ table: { faults }, count }: { table: SeenTable; count: number }): ReactElement | null {
  const { t } = useTranslation()
  if (faults.length === 0) return null
  const words = (reason: string): string => {
    if (reason === 'line without date') return t('evidence.table.reason.date')
    if (reason === 'line without amount') return t('evidence.table.reason.amount')
    if (reason === 'line with other columns') return t('evidence.table.reason.columns')
    return t('evidence.table.reason.other', { reason })
  }
  return (
    <div>
      <output>{t('evidence.table.faults', { count })}</output>
      <ul className={styles.faults}>
        {faults.slice(0, 8).map(({ line, reason }) => (
          <li key={line}>{t('evidence.table.fault', { line, reason: words(reason) })}</li>
        ))}
      </ul>
    </div>
  )
}
