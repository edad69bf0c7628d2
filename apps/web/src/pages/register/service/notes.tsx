import { Button, NativeSelect, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import type { Service, ServiceNotes } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../../api/register-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import styles from '../register.module.css'
import { useLanguage } from '../words.ts'
import { changedNotes, type Draft, draftOf } from './notes-draft.ts'

type Three = 'yes' | 'no' | 'unknown'
const threes: Three[] = ['yes', 'no', 'unknown']

function threeOf(value: boolean | null): Three {
  if (value === null) return 'unknown'
  return value ? 'yes' : 'no'
}

/** What only people know: whether it is vital, what it is for, who is in charge, when the contract ends. */
export function Notes({ service }: { service: Service }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [draft, setDraft] = useState<Draft>(() => draftOf(service.notes))
  const undo = useChange(
    (api, notes: Partial<ServiceNotes>) => api.note(service.id, notes),
    ({ notes }) => setDraft(draftOf(notes)),
  )
  const save = useChange(
    (api, notes: Partial<ServiceNotes>) => api.note(service.id, notes),
    (_, notes) => {
      const before = Object.fromEntries(
        Object.keys(notes).map((name) => [name, service.notes[name as keyof ServiceNotes]]),
      )
      say(t('service.notes.saved', { name: service.name }), { undo: () => undo.mutate(before) })
    },
  )
  const set = (change: Partial<Draft>): void => setDraft((known) => ({ ...known, ...change }))
  const three = (name: 'crucial' | 'ai', label: string, yes: string): ReactElement => (
    <div>
      <p id={`note-${name}`}>{label}</p>
      <SegmentedControl
        aria-labelledby={`note-${name}`}
        size="md"
        fullWidth
        value={threeOf(draft[name])}
        data={threes.map((value) => ({ value, label: value === 'yes' ? yes : t(`service.notes.${value}`) }))}
        onChange={(value) => set({ [name]: value === 'unknown' ? null : value === 'yes' })}
      />
    </div>
  )
  const text = (name: 'process' | 'owner' | 'data' | 'dataLocation', label: string, most: number): ReactElement => (
    <TextInput
      size="md"
      label={label}
      value={draft[name]}
      maxLength={most}
      placeholder={t('common.unknown')}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  const changed = changedNotes(draft, service.notes)
  return (
    <section className={styles.panel} aria-labelledby="notes">
      <h2 id="notes">{t('service.notes.title')}</h2>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(changed)
        }}
      >
        {three('crucial', t('service.notes.crucial'), t('service.notes.yes'))}
        <NumberInput
          size="md"
          label={t('service.notes.cost')}
          description={service.cost && service.cost.from !== 'hand' ? t('service.notes.costPaid') : undefined}
          placeholder={t('common.unknown')}
          value={draft.month}
          min={0}
          max={10_000_000}
          decimalScale={2}
          decimalSeparator={language === 'nl' ? ',' : '.'}
          allowNegative={false}
          hideControls
          onChange={(month) => set({ month })}
        />
        {text('process', t('service.notes.process'), 200)}
        {text('owner', t('service.notes.owner'), 200)}
        <div className={styles.pair}>
          <TextInput
            size="md"
            type="date"
            label={t('service.notes.contractEnd')}
            value={draft.contractEnd}
            onChange={(event) => set({ contractEnd: event.currentTarget.value })}
          />
          <NumberInput
            size="md"
            label={t('service.notes.notice')}
            placeholder={t('common.unknown')}
            value={draft.noticeDays}
            min={0}
            max={3650}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            onChange={(noticeDays) => set({ noticeDays })}
          />
        </div>
        <NativeSelect
          size="md"
          label={t('service.notes.personal')}
          value={draft.personalData}
          data={[
            { value: '', label: t('common.unknown') },
            ...(['none', 'customers', 'staff', 'both'] as const).map((value) => ({
              value,
              label: t(`service.notes.personals.${value}`),
            })),
          ]}
          onChange={(event) => set({ personalData: event.currentTarget.value as Draft['personalData'] })}
        />
        {text('data', t('service.notes.data'), 500)}
        {text('dataLocation', t('service.notes.location'), 100)}
        {three('ai', t('service.notes.ai'), t('service.notes.aiYes'))}
        <Textarea
          size="md"
          label={t('service.notes.remark')}
          value={draft.remark}
          maxLength={2000}
          rows={3}
          onChange={(event) => set({ remark: event.currentTarget.value })}
        />
        {save.error && <ProblemView error={save.error} />}
        <Button type="submit" size="md" loading={save.isPending} disabled={Object.keys(changed).length === 0}>
          {t('service.notes.save')}
        </Button>
      </form>
    </section>
  )
}
