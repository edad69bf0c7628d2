import type { ReactElement, ReactNode } from 'react'

function Icon({ size = 24, children }: { size?: number | string | undefined; children: ReactNode }): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

interface IconProps {
  size?: number | string
}

const paths = {
  overview: 'M4 20V10l8-6 8 6v10h-5v-6H9v6z',
  register: 'M5 4h14v16H5zM9 9l1.2 1.2L12.5 8M9 15l1.2 1.2L12.5 14M15 9.5h1M15 15.5h1',
  stations: 'M4 8h3l2-3h6l2 3h3v11H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  moves: 'M5 19h4v-5h5V9h5M15 5l4 4-4 4',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM9 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  light:
    'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  question: 'M8.5 9a3.5 3.5 0 1 1 5.2 3c-1.2.7-1.7 1.3-1.7 2.6M12 18.5v.01',
  plus: 'M12 5v14M5 12h14',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  stop: 'M7 7h10v10H7z',
  play: 'M8 5.5v13l10-6.5z',
  bin: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13',
  photos: 'M4 6h13v11H4zM7 20h13V9M4 14l4-4 4 4 2-2 3 3',
  folder: 'M3.5 6h6l2 2.5h9V19h-17z',
  send: 'M12 19V6M6.5 11.5L12 6l5.5 5.5M5 21h14',
  belt: 'M3 15h18M6 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM18 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM3 19h18M8 7h8v5H8z',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  warning: 'M12 4.5l9 15.5H3zM12 10v5M12 17.5v.01',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
} as const

export type IconName = keyof typeof paths

/** One of the page's own line drawings; always decoration: the word stands beside it. */
export function Symbol({ name, size }: IconProps & { name: IconName }): ReactElement {
  return (
    <Icon size={size}>
      <path d={paths[name]} />
    </Icon>
  )
}

/** Half light, half dark: as the computer says. */
export function AutoSchemeIcon({ size }: IconProps): ReactElement {
  return (
    <Icon size={size}>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
    </Icon>
  )
}

/** Good is a round, bad an octagon, unsure a triangle: three outlines that nobody confuses from afar. */
export function VerdictShape({
  verdict,
  size = 24,
}: IconProps & { verdict: 'pass' | 'fail' | 'unsure' }): ReactElement {
  const outline = {
    pass: <circle cx="12" cy="12" r="9.5" />,
    fail: <path d="M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8z" />,
    unsure: <path d="M12 2.5L22.5 21h-21z" />,
  }[verdict]
  const sign = {
    pass: <path d="M7.5 12.5l3 3 6-6.5" />,
    fail: <path d="M8.5 8.5l7 7M15.5 8.5l-7 7" />,
    unsure: <path d="M12 9v5.5M12 17.6v.01" />,
  }[verdict]
  return (
    <Icon size={size}>
      {outline}
      {sign}
    </Icon>
  )
}
