import type { PlaceCode } from './place.ts'

/** The whole country as a jurisdiction. */
export const NATION_CODE: PlaceCode = '000000'

/** How far up a code stands: 000000 nation, 510000 province, 513400 prefecture, else county. */
export function levelOfCode(code: PlaceCode): 'nation' | 'province' | 'prefecture' | 'county' {
  if (code === NATION_CODE) return 'nation'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'prefecture' : 'county'
}

/** The digits every code inside a jurisdiction begins with: 000000 → '', 510000 → '51', 513400 → '5134', 513401 → '513401'. */
export function jurisdictionPrefix(jurisdiction: PlaceCode): string {
  const length = { nation: 0, province: 2, prefecture: 4, county: 6 }[levelOfCode(jurisdiction)]
  return jurisdiction.slice(0, length)
}

/** Whether a place (six digits, or nine for a township unit) lies in a jurisdiction; every place lies in itself. */
export const isWithin = (code: string, jurisdiction: PlaceCode): boolean => code.startsWith(jurisdictionPrefix(jurisdiction))

export const provinceCodeOf = (code: string): PlaceCode => `${code.slice(0, 2)}0000`
export const prefectureCodeOf = (code: string): PlaceCode => `${code.slice(0, 4)}00`
