import type { Command } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { countyStanding } from '../index.ts'
import { designationData } from './load-designation-data.ts'
import { roundYear } from './year.ts'

const words = { yes: '是 yes', no: '否 no', unknown: '不明 unknown' } as const

/** A county's standing from the command line; the same facts as its card. */
export const commands: readonly Command[] = [
  {
    name: 'county',
    summary: 'How a county stands before a round: lists, earlier support, what is unknown',
    usage: 'county <code> [--year 2020] [--json]',
    options: { year: { type: 'string' } },
    run: async ({ values, positionals, policy, now }) => {
      const asked = typeof values.year === 'string' ? Number(values.year) : undefined
      const { year } = roundYear(policy, asked, now)
      const standing = countyStanding(designationData(), positionals[0] ?? '', year)
      if (!standing.ok) return standing
      const { countyCode, name, nationalPovertyCounty, delistYear, countyNotYetOutOfPoverty, deepPovertyArea, supportedBefore } =
        standing.value
      const text = [
        `${countyCode} ${name} (${year})`,
        `  国贫县 national poverty county: ${words[nationalPovertyCounty ? 'yes' : 'no']}${delistYear ? `, ${delistYear} 年退出 delisted` : ''}`,
        `  未脱贫县 not yet out of poverty: ${words[countyNotYetOutOfPoverty ? 'yes' : 'no']}`,
        `  三区三州 deep-poverty area: ${deepPovertyArea ? deepPovertyArea.part : words.no}`,
        `  此前已支持 supported before: ${words[supportedBefore]}`,
        ...standing.value.supported.map(record => `    ${record.yearText} (${record.certainty}) ${record.source}`),
        `  革命老区县 old revolutionary base county: ${words.unknown}`,
      ]
      return accept({ json: standing.value, text: text.join('\n') })
    },
  },
]
