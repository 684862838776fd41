import { route } from '@jincun/http'
import { accept, refuse, shanghaiDate } from '@jincun/kernel'
import { z } from 'zod'
import { countyView, findCounty, fullName, PlaceCode, searchPlaces, suggestionOf, townshipsOf, unknownCounty } from '../index.ts'
import { places } from './load-places.ts'

/** The day of the last edition held: what reference data is as of. */
export const editionInstant = '2020-12-31T00:00:00+08:00'

const Level = z.enum(['province', 'prefecture', 'county', 'township'])
const levels = z
  .string()
  .optional()
  .transform(text => text?.split(','))
  .pipe(z.array(Level).optional())

const SearchQuery = z.strictObject({
  text: z.string().trim().min(1, '请输入名称、代码或拼音首字母 / type a name, a code or pinyin initials').max(60),
  levels,
  within: PlaceCode.optional(),
  /** 'today' leaves out counties whose code is no longer, or not yet, in force. */
  inForce: z.enum(['today', 'any']).default('any'),
  limit: z.coerce.number().int().min(1).max(50).default(12),
})

/** Places are public: codes, names and census figures of the state. */
export const routes = [
  route({
    method: 'GET',
    path: '/api/places',
    action: 'public',
    summary: 'Places by name, former name, code, pinyin or initials, closest first',
    query: SearchQuery,
    handle: async ({ query: { text, levels: wanted, within, inForce, limit }, now }) => {
      const index = places()
      const hits = searchPlaces(index, {
        text,
        limit,
        ...(wanted ? { levels: wanted } : {}),
        ...(within ? { within } : {}),
        ...(inForce === 'today' ? { onDate: shanghaiDate(now) } : {}),
      })
      return accept({ places: hits.map(hit => suggestionOf(index, hit)), asOf: editionInstant })
    },
  }),
  route({
    method: 'GET',
    path: '/api/places/provinces',
    action: 'public',
    summary: 'The 31 provinces, in the order of their codes',
    handle: async () => accept({ provinces: places().provinces.map(({ code, name, initials }) => ({ code, name, initials })) }),
  }),
  route({
    method: 'GET',
    path: '/api/places/:code',
    action: 'public',
    summary: 'One place by its code',
    params: z.strictObject({ code: z.string().regex(/^\d{6}(\d{3})?$/, '代码为六位或九位数字 / a code has six or nine digits') }),
    handle: async ({ params: { code } }) => {
      const index = places()
      const place = index.byCode.get(code)
      if (!place) return refuse(unknownCounty(code, 'code'))
      return accept(place.level === 'county' ? countyView(index, place) : { ...place, fullName: fullName(index, code) })
    },
  }),
  route({
    method: 'GET',
    path: '/api/places/:code/townships',
    action: 'public',
    summary: 'Township units of a county',
    params: z.strictObject({ code: PlaceCode }),
    handle: async ({ params: { code } }) => {
      const index = places()
      const county = findCounty(index, code)
      if (!county) return refuse(unknownCounty(code, 'code'))
      const townships = townshipsOf(index, county).map(({ code: own, name, kind, villages }) => ({ code: own, name, kind, villages }))
      return accept({ county: { code, name: county.name, fullName: fullName(index, code) }, townships, asOf: editionInstant })
    },
  }),
]
