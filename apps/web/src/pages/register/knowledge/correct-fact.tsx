import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Control, FactField } from '@nabij/base'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Said } from '../../../api/knowledge.ts'
import type { FullVendor } from '../../../api/register.ts'
import { useChange } from '../../../api/register-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import styles from '../register.module.css'
import { useLanguage } from '../words.ts'
import { countryCodes } from './country-codes.ts'

/** States a fact of a vendor: which, what, how one knows. */
export function CorrectFact({ vendor, onDone }: { vendor: FullVendor; onDone: () => void }): ReactElement {
  const { t } = useTranslation()
  const [field, setField] = useState<FactField>('owner')
  const [value, setValue] = useState('')
  const [ownerCountry, setOwnerCountry] = useState('')
  const [source, setSource] = useState('')
  const [day, setDay] = useState(() => new Date().toLocaleDateString('sv-SE'))
  const before = vendor.own?.facts ?? []
  const undo = useChange(async (api, all: Said[]) => {
    // The last one first: a country is said of an owner.
    for (const one of all.toReversed()) {
      const old = before.find((fact) => fact.field === one.field)
      if (!old) await api.uncorrect(vendor.id, one.field)
    }
    for (const old of before.filter((fact) => all.some((one) => one.field === fact.field)))
      await api.correct(vendor.id, { field: old.field, value: old.value, source: old.source, day: old.day })
  })
  const save = useChange(
    async (api, all: Said[]) => {
      for (const one of all) await api.correct(vendor.id, one)
    },
    (_, all) => {
      say(t('knowledge.correct.done', { name: vendor.name }), { undo: () => undo.mutate(all) })
      onDone()
    },
  )
  const said: Said[] = [
    { field, value, source, day },
    ...(field === 'owner' && ownerCountry
      ? [{ field: 'owner-country' as const, value: ownerCountry, source, day }]
      : []),
  ]
  return (
    <form
      className={styles.form}
      aria-label={t('knowledge.correct.title')}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(said)
      }}
    >
      <p className="soft">{t('knowledge.correct.text')}</p>
      <NativeSelect
        size="md"
        label={t('knowledge.correct.field')}
        value={field}
        data={FactField.options.map((one) => ({ value: one, label: t(`knowledge.correct.fields.${one}`) }))}
        onChange={(event) => {
          setField(FactField.parse(event.currentTarget.value))
          setValue('')
        }}
      />
      {field === 'owner' && (
        <>
          <TextInput
            size="md"
            required
            withAsterisk={false}
            maxLength={200}
            label={t('knowledge.correct.owner')}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <CountrySelect
            label={t('knowledge.correct.ownerCountry')}
            none={t('knowledge.correct.later')}
            value={ownerCountry}
            onChange={setOwnerCountry}
          />
        </>
      )}
      {(field === 'country' || field === 'owner-country') && (
        <CountrySelect
          required
          label={t('knowledge.correct.country')}
          none={t('knowledge.correct.pick')}
          value={value}
          onChange={setValue}
        />
      )}
      {field === 'control' && (
        <NativeSelect
          size="md"
          required
          withAsterisk={false}
          label={t('knowledge.correct.control')}
          value={value}
          data={[
            { value: '', label: t('knowledge.correct.pick') },
            ...Control.exclude(['unknown']).options.map((one) => ({ value: one, label: t(`service.control.${one}`) })),
          ]}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      <TextInput
        size="md"
        required
        withAsterisk={false}
        maxLength={500}
        label={t('knowledge.correct.source')}
        description={t('knowledge.correct.sourceHint')}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <TextInput
        size="md"
        type="date"
        required
        withAsterisk={false}
        label={t('knowledge.correct.day')}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      {(save.error ?? undo.error) && <ProblemView error={save.error ?? undo.error} />}
      <div className={styles.buttons}>
        <Button size="md" type="submit" loading={save.isPending}>
          {t('knowledge.correct.save')}
        </Button>
        <Button size="md" variant="default" onClick={onDone}>
          {t('knowledge.correct.cancel')}
        </Button>
      </div>
    </form>
  )
}

interface CountrySelectProps {
  label: string
  /** What no choice is called. */
  none: string
  value: string
  required?: boolean
  onChange: (code: string) => void
}

function CountrySelect({ label, none, value, required = false, onChange }: CountrySelectProps): ReactElement {
  const language = useLanguage()
  const data = useMemo(() => countryCodes(language).map(({ code, name }) => ({ value: code, label: name })), [language])
  return (
    <NativeSelect
      size="md"
      label={label}
      required={required}
      withAsterisk={false}
      value={value}
      data={[{ value: '', label: none }, ...data]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
