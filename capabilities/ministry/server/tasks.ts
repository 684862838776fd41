import { sql } from '@jincun/db'
import type { TaskSource } from '@jincun/http'
import { findCounty } from '@jincun/places'
import { places } from '@jincun/places/server'

/** Failures in a row from which on a person should look. */
const failuresAlarm = 3

type Row = { county: string; refused: number; failing: number; first: string }

/** Reports the ministry refused, or that do not get through: one task a county. */
const unanswered: TaskSource = {
  action: 'ministry.report',
  find: async ({ tx }) => {
    const rows = await tx.rows<Row>(sql`
      select county_code as county, count(*) filter (where state = 'refused')::int as refused,
        count(*) filter (where state = 'waiting')::int as failing, min(report_date)::text as first
      from (select distinct on (county_code, report_date) county_code, report_date, state, attempts from ministry_message
        where state <> 'replaced' order by county_code, report_date, version desc) last
      where state = 'refused' or (state = 'waiting' and attempts >= ${failuresAlarm})
      group by county_code order by county_code`)
    return rows.map(({ county, refused, failing, first }) => ({
      id: `ministry-unanswered-${county}`,
      title: {
        zh: `${findCounty(places(), county)?.name ?? county}：向部系统的日报有${refused + failing}天没有报成`,
        en: `${county}: daily reports of ${refused + failing} days did not get through to the ministry`,
      },
      detail: {
        zh: `拒收${refused}天，发送失败${failing}天，最早 ${first}`,
        en: `${refused} refused, ${failing} failing, the earliest of ${first}`,
      },
      clause: 'notice-2020/6.4c',
      due: null,
      href: `/ministry?county=${county}`,
      state: 'do' as const,
    }))
  },
}

export const tasks: readonly TaskSource[] = [unanswered]
