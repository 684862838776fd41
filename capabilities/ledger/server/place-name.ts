import { designationData } from '@jincun/designation/server'
import { findCounty, findProvince } from '@jincun/places'

/** The name of a government with a book: the centre, a province, a county; the code where it is not known. */
export function placeName(code: string): string {
  const { places } = designationData()
  if (code === '000000') return '中央'
  return findCounty(places, code)?.name ?? findProvince(places, code)?.name ?? code
}
