import { Button, SegmentedControl, UnstyledButton } from '@mantine/core'
import type { Box } from '@nabij/base'
import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Symbol } from '../../../parts/icons.tsx'
import styles from './locate.module.css'
import { boxBetween, byKey, isMeant, middle } from './region-box.ts'

export interface Regions {
  region: Box | null
  ignore: Box[]
}

interface RegionEditorProps {
  picture: string
  /** Width divided by height. */
  ratio: number
  regions: Regions
  onChange: (regions: Regions) => void
}

type Tool = 'region' | 'ignore'

/** Boxes on a photo: where to look and where not; by mouse, finger or arrow keys. */
export function RegionEditor({ picture, ratio, regions, onChange }: RegionEditorProps): ReactElement {
  const { t } = useTranslation()
  const [tool, setTool] = useState<Tool>('region')
  const [drawn, setDrawn] = useState<Box | null>(null)
  const from = useRef<[number, number] | null>(null)

  const put = (box: Box): void =>
    onChange(tool === 'region' ? { ...regions, region: box } : { ...regions, ignore: [...regions.ignore, box] })
  const down = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.target instanceof Element && event.target.closest('button')) return
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = placeOf(event)
  }
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (from.current) setDrawn(boxBetween(from.current, placeOf(event)))
  }
  const up = (event: PointerEvent<HTMLDivElement>): void => {
    const box = from.current && boxBetween(from.current, placeOf(event))
    from.current = null
    setDrawn(null)
    if (box && isMeant(box)) put(box)
  }
  const setIgnore = (at: number, box: Box | null): void =>
    onChange({
      ...regions,
      ignore: box ? regions.ignore.map((each, index) => (index === at ? box : each)) : regions.ignore.toSpliced(at, 1),
    })
  return (
    <div className={styles.editor}>
      <SegmentedControl
        aria-label={t('teach.where.tool.label')}
        value={tool}
        data={(['region', 'ignore'] as const).map((value) => ({ value, label: t(`teach.where.tool.${value}`) }))}
        onChange={setTool}
      />
      <p className="soft small">{t('teach.where.how')}</p>
      <div
        className={styles.canvas}
        style={{ '--ratio': ratio }}
        data-testid="region-canvas"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={() => {
          from.current = null
          setDrawn(null)
        }}
      >
        <img src={picture} alt={t('teach.where.picture')} draggable={false} />
        {regions.region && (
          <BoxHandle
            kind="region"
            name={t('teach.where.box.region')}
            box={regions.region}
            onChange={(region) => onChange({ ...regions, region })}
          />
        )}
        {regions.ignore.map((box, index) => (
          <BoxHandle
            // biome-ignore lint/suspicious/noArrayIndexKey: a box that is moved by keys must stay the same element
            key={index}
            kind="ignore"
            name={t('teach.where.box.ignore', { n: index + 1 })}
            box={box}
            onChange={(next) => setIgnore(index, next)}
          />
        ))}
        {drawn && <span className={styles.box} data-kind={tool} style={placed(drawn)} />}
      </div>
      <Button variant="default" size="md" className={styles.add} onClick={() => put(middle)}>
        {t(`teach.where.add.${tool}`)}
      </Button>
    </div>
  )
}

interface BoxHandleProps {
  kind: Tool
  name: string
  box: Box
  /** Null: taken away. */
  onChange: (box: Box | null) => void
}

function BoxHandle({ kind, name, box, onChange }: BoxHandleProps): ReactElement {
  const { t } = useTranslation()
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      onChange(null)
      return
    }
    const next = byKey(box, event.key, event.shiftKey)
    if (!next) return
    event.preventDefault()
    onChange(next)
  }
  return (
    <span className={styles.box} data-kind={kind} style={placed(box)}>
      <UnstyledButton className={styles.name} onKeyDown={onKey} data-testid={`box-${kind}`}>
        {name}
      </UnstyledButton>
      <UnstyledButton
        className={styles.remove}
        aria-label={t('teach.where.remove', { box: name })}
        onClick={() => onChange(null)}
      >
        <Symbol name="cross" size={20} />
      </UnstyledButton>
    </span>
  )
}

function placeOf(event: PointerEvent<HTMLElement>): [number, number] {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
  return [(event.clientX - left) / width, (event.clientY - top) / height]
}

function placed({ x, y, w, h }: Box): { left: string; top: string; width: string; height: string } {
  return { left: `${x * 100}%`, top: `${y * 100}%`, width: `${w * 100}%`, height: `${h * 100}%` }
}
