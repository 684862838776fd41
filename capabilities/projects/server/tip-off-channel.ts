import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { route } from '@jincun/http'
import { accept, asJson } from '@jincun/kernel'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { provinceOf } from '../index.ts'

const TipOffChannel = z.object({ name: z.string(), phone: z.string(), url: z.string() })

/** The province's tip-off channel as it published it last (6.4a); null while it has not. Published, so that counties may read it. */
export async function tipOffChannelOf(tx: Transaction, countyCode: string, realm: string): Promise<z.infer<typeof TipOffChannel> | null> {
  const row = await tx.row<{ content: string }>(sql`select content from publication
    where kind = 'tip-off-channel' and county_code = ${provinceOf(countyCode)} and realm = ${realm} order by leaf desc limit 1`)
  return row ? TipOffChannel.parse(JSON.parse(row.content)) : null
}

const publishChannel = route({
  method: 'POST',
  path: '/api/projects/:province/tip-off-channel',
  action: 'projects.decide-plan',
  summary: "Publish the province's tip-off channel, as every sign shows it",
  clauses: ['notice-2020/6.4a', 'notice-2020/6.4b'],
  params: z.strictObject({ province: PlaceCode.regex(/^\d\d0000$/, '应为省级代码 / a province code') }),
  body: z.strictObject({
    id: z.uuid(),
    year: z.number().int(),
    name: z.string().trim().min(1).max(60),
    phone: z
      .string()
      .trim()
      .regex(/^[\d\- ]{5,20}$/, '电话只含数字和短横 / digits and dashes only'),
    url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)]),
  }),
  place: ({ params }) => params.province,
  handle: async ({ params, body, publish, audit }) => {
    const { id, year, ...channel } = body
    await publish({
      id,
      countyCode: params.province,
      kind: 'tip-off-channel',
      year,
      title: { zh: '举报渠道', en: 'Tip-off channel' },
      content: asJson(channel),
      clause: `notice-${year}/6.4a`,
    })
    await audit({
      countyCode: params.province,
      action: 'projects.decide-plan',
      recordKind: 'tip-off-channel',
      recordId: id,
      before: null,
      after: asJson(channel),
    })
    return accept({ id })
  },
})

export const tipOffRoutes = [publishChannel]
