import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCountry } from '../words.ts'
import { type Chains, type Column, columns } from './chains.ts'
import own from './choices.module.css'

const width = 1200
const column = 240
const gap = (width - 4 * column - 4) / 3
const row = 34
const head = 32

/** Lines from left to right: solid to Europe, dashed to elsewhere, dotted to nobody knows. */
export function WhoDrawing({ chains }: { chains: Chains }): ReactElement {
  const { t } = useTranslation()
  const country = useCountry()
  const [over, setOver] = useState<string | null>(null)
  const height = chains.rows * row + head + 8
  const x = (name: Column): number => columns.indexOf(name) * (column + gap) + 9
  const placed = new Map<string, number>()
  for (const name of columns) {
    // Nodes in the middle of their services may come to lie on one another: each gets a row of its own.
    let least = 0
    for (const node of chains.nodes[name].toSorted((a, b) => a.row - b.row)) {
      const at = Math.max(least, Math.min(node.row, chains.rows - 1))
      placed.set(`${name} ${node.key}`, at)
      least = at + 1
    }
  }
  const y = (name: Column, key: string): number => (placed.get(`${name} ${key}`) ?? 0) * row + head + row / 2
  const named = (name: Column, text: string): string => {
    if (text === '') return t('choices.map.unknown')
    return name === 'country' ? country(text) : text
  }
  return (
    <div className={own.drawing} data-print="keep">
      <svg viewBox={`0 0 ${width} ${height}`}>
        <title>{t('choices.map.alt')}</title>
        {columns.map((name) => (
          <text key={name} x={x(name)} y="18" className={own.columnName}>
            {t(`choices.map.columns.${name}`)}
          </text>
        ))}
        {chains.links.map(({ column: from, from: a, to: b, origin }) => {
          const to = columns[columns.indexOf(from) + 1] ?? 'country'
          const [x1, y1, x2, y2] = [x(from) + column - 8, y(from, a), x(to) - 8, y(to, b)]
          const isOver = over === `${from} ${a}` || over === `${to} ${b}`
          return (
            <path
              key={`${from} ${a} ${b}`}
              d={`M${x1} ${y1}C${x1 + gap / 2 + 20} ${y1} ${x2 - gap / 2 - 20} ${y2} ${x2} ${y2}`}
              className={own.link}
              data-origin={origin}
              data-over={isOver}
            />
          )
        })}
        {columns.map((name) =>
          chains.nodes[name].map(({ key, name: text, services, origin }) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: it only lights up; the table says the same
            <g
              key={`${name} ${key}`}
              onPointerEnter={() => setOver(`${name} ${key}`)}
              onPointerLeave={() => setOver(null)}
            >
              <rect
                x={x(name) - 8}
                y={y(name, key) - 13}
                width={column}
                height="26"
                className={own.node}
                data-origin={origin}
              />
              <text x={x(name)} y={y(name, key) + 5}>
                {cut(named(name, text))}
                {name !== 'service' && services > 1 ? ` (${services})` : ''}
              </text>
            </g>
          )),
        )}
      </svg>
    </div>
  )
}

const longest = 27

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
