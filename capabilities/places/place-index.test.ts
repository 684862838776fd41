import { expect, test } from 'vitest'
import { buildPlaceIndex, countiesWithin, countyUnits, fullName, isWithin } from './index.ts'
import { realPlaces } from './testing/factory.ts'

const index = realPlaces()

test('the counts of the editions of 2020', () => {
  expect(index.provinces).toHaveLength(31)
  expect(countyUnits(index, '202012')).toHaveLength(2845)
  expect(countyUnits(index, '202006')).toHaveLength(2847)
  expect(index.townships).toHaveLength(41614)
  expect(index.counties.filter(county => county.kind === 'undivided-city').map(county => county.name)).toEqual([
    '东莞市',
    '中山市',
    '儋州市',
    '嘉峪关市',
  ])
})

test('every successor exists, is in force after its predecessor, and takes over its people', () => {
  for (const change of index.changes) {
    const to = index.counties.find(county => county.code === change.to)
    const from = index.counties.filter(county => county.successor === change.to)
    expect([to?.validFrom, ...from.map(county => county.validTo)].every(day => day === change.changedOn)).toBe(true)
    expect(to?.population).toBe(from.reduce((total, county) => total + (county.population ?? 0), 0))
  }
})

test('every township lies in a county of the index, and every county in a province', () => {
  for (const township of index.townships) expect(index.byCode.get(township.countyCode)?.level).toBe('county')
  for (const county of index.counties) expect(index.byCode.get(county.provinceCode)?.level).toBe('province')
})

test('counties within a jurisdiction are those with its prefix', () => {
  const liangshan = countiesWithin(index, '513400', '202006')
  expect(liangshan).toHaveLength(17)
  expect(liangshan.every(county => isWithin(county.code, '513400'))).toBe(true)
})

test.each([
  ['110101', '北京市 东城区'],
  ['513425', '四川省 凉山彝族自治州 会理县'],
  ['429004', '湖北省 仙桃市'],
  ['441900', '广东省 东莞市'],
  ['510000', '四川省'],
])('%s is called %s', (code, name) => expect(fullName(index, code)).toBe(name))

test('a code that occurs twice stops the program', () => {
  const [province] = index.provinces
  if (!province) throw new Error('no province')
  const tables = { provinces: [province, province], prefectures: [], counties: [], townships: [], changes: [] }
  expect(() => buildPlaceIndex(tables)).toThrow('occurs once')
})
