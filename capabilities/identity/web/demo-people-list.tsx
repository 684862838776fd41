import type { ReactNode } from 'react'
import { useApi, useBilingual, useText } from '@jincun/ui'
import { demoPassword, demoPeople } from '../demo-people.ts'
import type { DemoPerson } from '../demo-people.ts'
import { roles } from '../role.ts'
import { messages } from './sign-in-messages.ts'
import type { Credentials } from './use-sign-in.ts'

type Provinces = { provinces: readonly { code: string; name: string }[] }

const placeOf = (person: DemoPerson): string => person.grants[0]?.placeCode ?? ''

/** One reviewer stands for the five of a province. People of one province stand together, the nation first. */
const groups = [
  ...Map.groupBy(
    demoPeople.filter(person => !/reviewer-[2-9]/.test(person.username)),
    person => placeOf(person).slice(0, 2),
  ),
]

function Person({ person, onChoose }: { person: DemoPerson; onChoose: () => void }): ReactNode {
  const inLanguage = useBilingual()
  const [grant] = person.grants
  return (
    <li>
      <button type="button" className="demo-person" onClick={onChoose}>
        <span className="demo-person-name">{person.name}</span>
        <span className="quiet">{grant ? inLanguage(roles[grant.role]) : ''}</span>
        <code className="quiet">{person.username}</code>
      </button>
    </li>
  )
}

/** For demonstrations: everyone one can sign in as, by one press. */
export default function DemoPeopleList({ onChoose }: { onChoose: (credentials: Credentials) => void }): ReactNode {
  const t = useText(messages)
  const provinces = useApi<Provinces>('/api/places/provinces').data?.provinces ?? []
  const titleOf = (prefix: string): string =>
    prefix === '00' ? t('nation') : (provinces.find(one => one.code.startsWith(prefix))?.name ?? prefix)
  return (
    <section className="demo-people">
      <h2>{t('demoTitle')}</h2>
      <p className="quiet">{t('demoLead', { password: demoPassword })}</p>
      <div className="demo-groups">
        {groups.map(([prefix, people]) => (
          <div key={prefix}>
            <h3>{titleOf(prefix)}</h3>
            <ul>
              {people.map(person => (
                <Person
                  key={person.username}
                  person={person}
                  onChoose={() => onChoose({ username: person.username, password: demoPassword })}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}
