import type { ReactNode } from 'react'
import { Link, useNow, useSession, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { messages } from './messages.ts'

/** To the register of the counties one has a role in. */
export default function LandingPage(): ReactNode {
  const t = useText(messages)
  const session = useSession().data
  const year = useNow().getFullYear()
  const counties = [...new Set((session?.person?.grants ?? []).map(({ placeCode }) => placeCode).filter(code => !code.endsWith('0000')))]
  return (
    <ConsolePage title={t('register')} lead={t('lead')}>
      <Section title={t('register')}>
        {counties.length === 0 ? <p>{t('noCounty')}</p> : null}
        <ul>
          {counties.map(county => (
            <li key={county}>
              <Link href={`/projects/${county}/${year}`}>{t('open', { county, year })}</Link>
            </li>
          ))}
        </ul>
      </Section>
    </ConsolePage>
  )
}
