import type { ComponentProps, ReactNode } from 'react'
import { Link } from '../navigate.tsx'
import './button.css'

export type ButtonKind = 'primary' | 'plain' | 'quiet'

/** `busy` keeps the button's place and words while its work is under way, and takes no second press. */
export function Button({
  kind = 'plain',
  busy = false,
  type = 'button',
  className = '',
  disabled,
  ...rest
}: ComponentProps<'button'> & { kind?: ButtonKind; busy?: boolean }): ReactNode {
  return <button type={type} className={`button button-${kind} ${className}`} disabled={disabled || busy} aria-busy={busy} {...rest} />
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function ButtonLink({
  kind = 'plain',
  href,
  download,
  children,
}: {
  kind?: ButtonKind
  href: string
  download?: boolean
  children: ReactNode
}): ReactNode {
  const className = `button button-${kind}`
  if (download) {
    return (
      <a href={href} download className={className}>
        {children}
      </a>
    )
  }
  return (
    <Link href={href} className={className}>
      {children}
    </Link>
  )
}
