import type { ReactNode } from 'react'
import { Brand, Switches, useText } from '@jincun/ui'
import { messages } from './sign-in-messages.ts'
import './sign-in.css'

/** Frame of sign-in and first set-up: what this is on one side, the form on the other. */
export function SignInFrame({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const t = useText(messages)
  return (
    <div className="sign-in">
      <div className="sign-in-what">
        <Brand />
        <p>{t('what')}</p>
        <div className="sign-in-switches">
          <Switches />
        </div>
      </div>
      <div className="sign-in-panel">
        <h1>{title}</h1>
        {children}
      </div>
    </div>
  )
}
