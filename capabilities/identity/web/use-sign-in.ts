import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { asProblem, request } from '@jincun/ui'
import type { Problem } from '@jincun/ui'

export type Credentials = { username: string; password: string }

/** `waiting` holds the accepted password while the code is asked for. */
type SignInState = { waiting: Credentials | null; busy: boolean; problem: Problem | null }
const atPassword: SignInState = { waiting: null, busy: false, problem: null }

export type SignIn = SignInState & {
  /** Tries; with a code once one was asked for. */
  submit: (credentials: Credentials, code?: string) => Promise<void>
  startAgain: () => void
}

/** Signing in by password and, where the account has one, a second factor. */
export function useSignIn(onSignedIn: () => void): SignIn {
  const client = useQueryClient()
  const [state, setState] = useState<SignInState>(atPassword)
  const submit = async (credentials: Credentials, code?: string): Promise<void> => {
    setState({ ...state, busy: true, problem: null })
    try {
      await request('POST', '/api/sign-in', { ...credentials, ...(code ? { code } : {}) })
      await client.invalidateQueries()
      onSignedIn()
    } catch (thrown) {
      const problem = asProblem(thrown)
      setState(problem.code === 'code-needed' ? { waiting: credentials, busy: false, problem: null } : { ...state, busy: false, problem })
    }
  }
  return { ...state, submit, startAgain: () => setState(atPassword) }
}
