import type { Site } from '@jincun/projects'

const idOf = (number: number): string => `01900000-0000-7000-c000-${String(number).padStart(12, '0')}`

/** A village station of 昭觉县 with nothing about it. */
export const siteOf = (number: number, change: Partial<Site> = {}): Site => ({
  id: idOf(number),
  countyCode: '513431',
  projectId: idOf(900_000),
  version: 1,
  kind: 'village-station',
  name: `站点${number}`,
  placeCode: '',
  route: '',
  address: '',
  longitude: null,
  latitude: null,
  areaSquareMetres: null,
  residents: null,
  poorVillage: null,
  centralFen: '0',
  investmentFen: '0',
  premises: 'existing',
  ...change,
})
