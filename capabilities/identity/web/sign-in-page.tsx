import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { Link, Notice, useAddressState, useApi, useDocumentTitle, useGo, useSession, useText } from '@jincun/ui'
import { safeNext } from './safe-next.ts'
import { SignInForm } from './sign-in-form.tsx'
import { SignInFrame } from './sign-in-frame.tsx'
import { messages } from './sign-in-messages.ts'
import { useSignIn } from './use-sign-in.ts'

/** Demo people are listed in demonstrations only; a live system does not even load the list. */
const DemoPeople = lazy(() => import('./demo-people-list.tsx'))

/** Username and password, then the code where a second factor is enrolled; afterwards the page that was asked for. */
export default function SignInPage(): ReactNode {
  const t = useText(messages)
  const go = useGo()
  const [next] = useAddressState('next')
  const session = useSession()
  const setUp = useApi<{ needed: boolean }>('/api/set-up')
  const signIn = useSignIn(() => go(safeNext(next)))
  useDocumentTitle(t('title'))
  return (
    <SignInFrame title={t('title')}>
      {setUp.data?.needed ? (
        <Notice title={t('setUpNeeded')}>
          <Link href="/set-up">{t('setUp')}</Link>
        </Notice>
      ) : null}
      <SignInForm signIn={signIn} />
      <p>
        <Link href="/">{t('publicSite')}</Link>
      </p>
      {session.data?.installation.realm === 'demo' ? (
        <Suspense>
          <DemoPeople onChoose={credentials => void signIn.submit(credentials)} />
        </Suspense>
      ) : null}
    </SignInFrame>
  )
}
