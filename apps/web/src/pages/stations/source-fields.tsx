import { Autocomplete, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/workspace.ts'
import { type IconName, Symbol } from '../../parts/icons.tsx'
import { faultIn, type SourceDraft, scenes, sourceKinds } from './source-draft.ts'
import styles from './source-fields.module.css'

const icons: Record<SourceDraft['kind'], IconName> = {
  http: 'send',
  camera: 'stations',
  folder: 'folder',
  simulator: 'belt',
}

interface SourceFieldsProps {
  draft: SourceDraft
  /** Somebody tried to go on: from now on what is wrong is said. */
  tried: boolean
  onChange: (draft: SourceDraft) => void
  /** The field in which something may be wrong. */
  field?: Ref<HTMLInputElement>
}

/** Where the pictures come from: one choice, and only the fields that belong to it. */
export function SourceFields({ draft, tried, onChange, field }: SourceFieldsProps): ReactElement {
  const { t } = useTranslation()
  const fault = tried ? faultIn(draft) : null
  const set = (part: Partial<SourceDraft>): void => onChange({ ...draft, ...part })
  return (
    <>
      <fieldset className={styles.sources}>
        <legend>{t('stations.new.source')}</legend>
        {sourceKinds.map((kind) => (
          <label key={kind} className={styles.source}>
            <input
              type="radio"
              name="source"
              className="unseen"
              checked={kind === draft.kind}
              onChange={() => set({ kind })}
            />
            <Symbol name={icons[kind]} size={28} />
            <strong>{t(`stations.new.${kind}`)}</strong>
            <span className="soft">{t(`stations.new.${kind}Text`)}</span>
          </label>
        ))}
      </fieldset>
      {draft.kind === 'folder' && (
        <TextInput
          ref={field}
          size="lg"
          label={t('stations.new.path')}
          description={t('stations.new.pathHint')}
          value={draft.path}
          autoComplete="off"
          spellCheck={false}
          error={fault ? t(`stations.new.${fault}`) : undefined}
          onChange={(event) => set({ path: event.currentTarget.value })}
        />
      )}
      {draft.kind === 'simulator' && (
        <SegmentedControl
          fullWidth
          aria-label={t('stations.new.scene.label')}
          value={draft.scene}
          data={scenes.map((scene) => ({ value: scene, label: t(`stations.new.scene.${scene}`) }))}
          onChange={(scene) => set({ scene })}
        />
      )}
      {draft.kind === 'camera' && <CameraFields draft={draft} fault={fault} set={set} field={field} />}
    </>
  )
}

interface CameraFieldsProps {
  draft: SourceDraft
  fault: ReturnType<typeof faultIn>
  set: (part: Partial<SourceDraft>) => void
  field: Ref<HTMLInputElement> | undefined
}

function CameraFields({ draft, fault, set, field }: CameraFieldsProps): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  // A box without ffmpeg knows no cameras; the address can be typed all the same.
  const { data } = useQuery({ queryKey: [api.base, 'cameras'], queryFn: api.cameras, retry: false })
  return (
    <>
      <Autocomplete
        ref={field ?? null}
        size="lg"
        label={t('stations.new.address')}
        description={t('stations.new.addressHint')}
        data={(data ?? []).map(({ address }) => address)}
        value={draft.address}
        spellCheck={false}
        error={fault === 'addressMissing' ? t('stations.new.addressMissing') : undefined}
        onChange={(address) => set({ address })}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('stations.new.when')}
        value={draft.waits ? 'message' : 'time'}
        data={(['time', 'message'] as const).map((by) => ({ value: by, label: t(`stations.new.trigger.${by}`) }))}
        onChange={(by) => set({ waits: by === 'message' })}
      />
      <p className="soft">{t(`stations.new.triggerText.${draft.waits ? 'message' : 'time'}`)}</p>
      {draft.waits ? (
        <>
          <TextInput
            size="lg"
            label={t('stations.new.broker')}
            description={t('stations.new.brokerHint')}
            placeholder="mqtt://192.168.1.20:1883"
            value={draft.broker}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => set({ broker: event.currentTarget.value })}
          />
          <TextInput
            size="lg"
            label={t('stations.new.topic')}
            placeholder="lijn-2/deel"
            value={draft.topic}
            autoComplete="off"
            spellCheck={false}
            error={fault === 'topicMissing' ? t('stations.new.topicMissing') : undefined}
            onChange={(event) => set({ topic: event.currentTarget.value })}
          />
        </>
      ) : (
        <NumberInput
          size="lg"
          label={t('stations.new.perSecond')}
          min={0.05}
          max={30}
          step={0.5}
          value={draft.perSecond}
          onChange={(given) => typeof given === 'number' && set({ perSecond: Math.min(30, Math.max(0.05, given)) })}
        />
      )}
    </>
  )
}
