import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import {
  Button,
  ButtonLink,
  Field,
  Loaded,
  newId,
  Notice,
  ProblemNotice,
  useApi,
  useDocumentTitle,
  useFieldErrors,
  useSend,
  useText,
} from '@jincun/ui'
import { SignInFrame } from './sign-in-frame.tsx'
import { messages } from './sign-in-messages.ts'

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

/** The body of POST /api/set-up; the ids are made once, so pressing twice makes one administrator. */
const setUpBody = (form: FormData, ids: { organisation: string; person: string }) => ({
  setUpCode: textOf(form, 'setUpCode'),
  organisation: { id: ids.organisation, name: textOf(form, 'organisation') },
  person: { id: ids.person, username: textOf(form, 'username'), name: textOf(form, 'name'), password: String(form.get('password') ?? '') },
})

function SetUpForm({ onDone }: { onDone: () => void }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem } = useSend()
  const errorOf = useFieldErrors(problem)
  const [ids] = useState(() => ({ organisation: newId(), person: newId() }))
  const [differ, setDiffer] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const different = form.get('password') !== form.get('again')
    setDiffer(different)
    if (!different && (await send('/api/set-up', setUpBody(form, ids))) !== null) onDone()
  }
  return (
    <form className="sign-in-form" onSubmit={event => void submit(event)}>
      <Field label={t('setUpCode')} hint={t('setUpCodeHint')} name="setUpCode" autoComplete="off" required error={errorOf('setUpCode')} />
      <Field label={t('organisation')} hint={t('organisationHint')} name="organisation" required error={errorOf('organisation.name')} />
      <Field label={t('name')} name="name" autoComplete="name" required error={errorOf('person.name')} />
      <Field
        label={t('username')}
        hint={t('usernameHint')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        required
        error={errorOf('person.username')}
      />
      <Field
        label={t('password')}
        hint={t('passwordHint')}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={12}
        required
        error={errorOf('person.password')}
      />
      <Field label={t('again')} name="again" type="password" autoComplete="new-password" required error={differ ? t('differ') : null} />
      <ProblemNotice problem={problem} />
      <Button kind="primary" type="submit" busy={sending}>
        {t('setUpSubmit')}
      </Button>
    </form>
  )
}

/** The first administrator of an empty installation, made by whoever sees the terminal that started it. */
export default function SetUpPage(): ReactNode {
  const t = useText(messages)
  const query = useApi<{ needed: boolean }>('/api/set-up')
  const [done, setDone] = useState(false)
  useDocumentTitle(t('setUpTitle'))
  const signIn = (
    <ButtonLink href="/sign-in" kind="primary">
      {t('submit')}
    </ButtonLink>
  )
  return (
    <SignInFrame title={t('setUpTitle')}>
      <Loaded query={query}>
        {({ needed }) => {
          if (done || !needed) {
            return (
              <>
                <Notice tone={done ? 'met' : 'info'}>{t(done ? 'setUpDone' : 'already')}</Notice>
                <p>{signIn}</p>
              </>
            )
          }
          return (
            <>
              <p>{t('setUpLead')}</p>
              <SetUpForm onDone={() => setDone(true)} />
            </>
          )
        }}
      </Loaded>
    </SignInFrame>
  )
}
