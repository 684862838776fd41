import type { ReactNode } from 'react'
import { Button, useBilingual, useText } from '@jincun/ui'
import { demoPassword, demoPeople } from '../demo-people.ts'
import type { DemoPerson } from '../demo-people.ts'
import { roles } from '../role.ts'
import { messages } from './sign-in-messages.ts'

/** One reviewer stands for the five of a province. */
const shown = demoPeople.filter(person => !/reviewer-[2-9]/.test(person.username))

function Person({ person, onChoose }: { person: DemoPerson; onChoose: () => void }): ReactNode {
  const inLanguage = useBilingual()
  const [grant] = person.grants
  return (
    <li>
      <Button kind="quiet" onClick={onChoose}>
        {person.name}
      </Button>
      <span className="quiet">
        {grant ? inLanguage(roles[grant.role]) : ''} · <code>{person.username}</code>
      </span>
    </li>
  )
}

/** For demonstrations: everyone one can sign in as. */
export default function DemoPeopleList({
  onChoose,
}: {
  onChoose: (credentials: { username: string; password: string }) => void
}): ReactNode {
  const t = useText(messages)
  return (
    <section className="demo-people">
      <h2>{t('demoTitle')}</h2>
      <p className="quiet">{t('demoLead', { password: demoPassword })}</p>
      <ul>
        {shown.map(person => (
          <Person key={person.username} person={person} onChoose={() => onChoose({ username: person.username, password: demoPassword })} />
        ))}
      </ul>
    </section>
  )
}
