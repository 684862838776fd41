import { useState } from 'react'
import type { ReactNode } from 'react'
import { newId, TextArea, useBilingual, useFieldErrors, useSend, useText } from '@jincun/ui'
import { ConfirmButton, FormDrawer } from '@jincun/ui/console'
import { messages } from './administration-messages.ts'
import { GrantFields } from './grant-fields.tsx'
import { PlaceName } from './place-name.tsx'
import { roleTitle } from './role-title.ts'

type PersonGrant = { id: string; role: string; placeCode: string }
export type Person = {
  id: string
  username: string
  name: string
  organisation: string
  active: boolean
  placeCode: string
  grants: readonly PersonGrant[]
}

function EndGrant({ grant }: { grant: PersonGrant }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { send, problem } = useSend('DELETE')
  return (
    <ConfirmButton
      kind="link"
      label={t('endGrant')}
      title={t('endGrantTitle', { role: inLanguage(roleTitle(grant.role)) })}
      consequences={t('endGrantText')}
      onConfirm={() => send(`/api/grants/${grant.id}`)}
      problem={problem}
    />
  )
}

/** The roles of a person, each with its place and, for those who manage people, a way to end it. */
export function PersonRoles({ person, manages }: { person: Person; manages: boolean }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  if (person.grants.length === 0) return <span className="quiet">{t('noRoles')}</span>
  return person.grants.map(grant => (
    <div key={grant.id} className="role-row">
      {inLanguage(roleTitle(grant.role))} <PlaceName code={grant.placeCode} />
      {manages ? <EndGrant grant={grant} /> : null}
    </div>
  ))
}

function AddGrant({ person }: { person: Person }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend()
  const errorOf = useFieldErrors(problem)
  const [id, setId] = useState('')
  const open = (): void => {
    setId(newId())
    clear()
  }
  const submit = async ({ role, placeCode }: Record<string, string>): Promise<boolean> =>
    (await send(`/api/people/${person.id}/grants`, { id, grant: { role, placeCode } })) !== null
  return (
    <FormDrawer
      title={t('addGrant')}
      submitLabel={t('save')}
      kind="link"
      onOpen={open}
      onSubmit={submit}
      sending={sending}
      problem={problem}
    >
      <p>
        {person.name} · {person.organisation}
      </p>
      <GrantFields errorOf={errorOf} at="grant" />
    </FormDrawer>
  )
}

function SwitchActive({ person }: { person: Person }): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend('PUT')
  const [reason, setReason] = useState('')
  const verb = person.active ? 'deactivate' : 'activate'
  return (
    <ConfirmButton
      kind="link"
      label={t(verb)}
      title={t(`${verb}Title`, { name: person.name })}
      consequences={
        <>
          <p>{t(`${verb}Text`)}</p>
          <TextArea label={t('reason')} rows={2} value={reason} onChange={event => setReason(event.target.value)} />
        </>
      }
      onConfirm={() => send(`/api/people/${person.id}/active`, { active: !person.active, reason })}
      problem={problem}
    />
  )
}

/** What an administrator may do with a person. */
export function PersonActions({ person }: { person: Person }): ReactNode {
  return (
    <div className="role-row">
      <AddGrant person={person} />
      <SwitchActive person={person} />
    </div>
  )
}
