import type { ReactElement } from 'react'

/** Red stripes, as `fill="url(#id)"` within the drawing: what is bad stays so in black and white. */
export function Hatch({ id }: { id: string }): ReactElement {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="6" fill="var(--bad)" />
      </pattern>
    </defs>
  )
}
