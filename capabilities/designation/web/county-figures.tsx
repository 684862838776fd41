import type { CountyView } from '@jincun/places'
import type { ReactNode } from 'react'
import { FigureRow, FigureWithSource, useText } from '@jincun/ui'
import { cardMessages } from './card-messages.ts'

const census = '2020-11-01T00:00:00+08:00'
const codeEdition = '2020-06-30T00:00:00+08:00'
const outlineEdition = '2021-01-01T00:00:00+08:00'

const urbanShare = (perTenThousand: number | null): string | null =>
  perTenThousand === null ? null : `${Math.floor(perTenThousand / 100)}.${String(perTenThousand % 100).padStart(2, '0')}`

/** Size of the county, each figure with its source and time. */
export function CountyFigures({ county }: { county: CountyView }): ReactNode {
  const t = useText(cardMessages)
  const rowsHref = '#townships'
  return (
    <FigureRow>
      <FigureWithSource
        label={t('population')}
        value={county.population}
        unit={t('people')}
        source={t('census')}
        asOf={census}
        rowsHref={rowsHref}
      />
      <FigureWithSource
        label={t('urban')}
        value={urbanShare(county.urbanPerTenThousand)}
        unit="%"
        source={t('census')}
        asOf={census}
        rowsHref={rowsHref}
      />
      <FigureWithSource
        label={t('townshipUnits')}
        value={county.townshipUnits}
        unit={t('places')}
        source={t('codes')}
        asOf={codeEdition}
        rowsHref={rowsHref}
      />
      <FigureWithSource
        label={t('villages')}
        value={county.villages}
        unit={t('places')}
        source={t('codes')}
        asOf={codeEdition}
        rowsHref={rowsHref}
      />
      <FigureWithSource
        label={t('area')}
        value={county.areaKm2}
        unit="km²"
        source={t('outline')}
        asOf={outlineEdition}
        rowsHref={rowsHref}
      />
    </FigureRow>
  )
}
