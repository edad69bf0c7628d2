import { Button, type ButtonProps } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'wouter'

/** A way to another page that looks like a button; `outside` leaves this workspace (`/sample/` to `/`, a file). */
export function LinkButton({
  to,
  outside,
  children,
  ...rest
}: ButtonProps & { to: string; outside?: boolean; children: ReactNode }): ReactElement {
  if (outside) {
    return (
      <Button component="a" href={to} {...rest}>
        {children}
      </Button>
    )
  }
  return (
    <Button component={Link} href={to} {...rest}>
      {children}
    </Button>
  )
}
