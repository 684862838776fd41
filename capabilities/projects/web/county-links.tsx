import type { ReactNode } from 'react'
import { Link, useMay, useText } from '@jincun/ui'
import { words } from './messages-common.ts'
import './projects.css'

const places = ['register', 'plan', 'procurements', 'contracts', 'contractors', 'assets', 'rulings', 'acceptance'] as const
export type CountyPlace = (typeof places)[number]

const addressOf = (place: CountyPlace, county: string, year: string): string => {
  if (place === 'register') return `/projects/${county}/${year}`
  if (place === 'plan') return `/plans/${county}/${year}`
  if (place === 'procurements' || place === 'contracts') return `/${place}/${county}/${year}`
  return `/${place}/${county}`
}

/** The lists of one county side by side: from the plan to acceptance. */
export function CountyLinks({ county, year, here }: { county: string; year: string; here: CountyPlace | null }): ReactNode {
  const t = useText(words)
  const may = useMay()
  return (
    <nav className="county-links screen-only" aria-label={t('countyLinks')}>
      {places
        .filter(place => place !== 'acceptance' || may('acceptance.read'))
        .map(place => (
          <Link key={place} href={addressOf(place, county, year)} aria-current={place === here ? 'page' : undefined}>
            {t(place)}
          </Link>
        ))}
    </nav>
  )
}
