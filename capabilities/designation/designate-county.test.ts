import { loadPolicy } from '@jincun/policy/load'
import { describe, expect, test } from 'vitest'
import { designateCounty } from './index.ts'
import type { Designation, DesignationOrder } from './index.ts'
import { realDesignationData } from './testing/factory.ts'

const data = realDesignationData()
const pack = loadPolicy()
const now = new Date('2020-06-24T10:00:00+08:00')
const order: DesignationOrder = {
  id: '01900000-0000-7000-8000-000000000001',
  countyCode: '513431',
  year: 2020,
  from: '2020-06-25',
  way: 'application',
  document: '川府函〔2020〕1号（演示）',
}
const designate = (change: Partial<DesignationOrder>, existing: readonly Designation[] = []) =>
  designateCounty(data, { ...order, ...change }, existing, pack, now)
const made = (change: Partial<DesignationOrder> = {}): Designation => {
  const result = designate(change)
  if (!result.ok) throw new Error(result.reason.message.en)
  return result.value
}

describe('each way rests on its clause', () => {
  test.each([
    ['application', '513431', 'notice-2020/5.5'],
    ['incentive', '230184', 'notice-2020/4.7'],
    ['region-wide', '540121', 'notice-2020/4.6'],
  ] as const)('%s', (way, countyCode, clause) => expect(made({ way, countyCode })).toMatchObject({ way, clause, year: 2020 }))
})

test('the key is the last code; printed are the code and name of the first day', () => {
  expect(made({ countyCode: '520221' })).toMatchObject({ countyCode: '520204', printedCode: '520221', countyName: '水城县' })
  expect(made({ countyCode: '520221', from: '2020-07-18' })).toMatchObject({
    countyCode: '520204',
    printedCode: '520204',
    countyName: '水城区',
  })
})

test('a year whose notice knows no such way stops with the file to fill', () => {
  expect(() => designate({ year: 2017, way: 'region-wide' })).toThrow('policy/parameters/region-wide-provinces.yaml')
})

describe('refusals', () => {
  test.each([
    ['unknown-county-code', { countyCode: '999999' }],
    ['not-a-county-unit', { countyCode: '130171' }],
    ['designation-without-document', { document: '  ' }],
  ])('%s', (code, change) => {
    const result = designate(change)
    expect(result.ok ? '' : result.reason.code).toBe(code)
  })

  test('twice in a year is a conflict; the same order again, another year, and a listed area are not', () => {
    const first = made()
    const again = designate({ id: '01900000-0000-7000-8000-000000000002' }, [first])
    expect(again.ok ? '' : again.reason.code).toBe('already-designated')
    expect(designate({}, [first]).ok).toBe(true)
    expect(designate({ id: '01900000-0000-7000-8000-000000000002' }, [{ ...first, year: 2019 }]).ok).toBe(true)
    expect(made({ countyCode: '632857' }).countyName).toBe('大柴旦行政委员会')
  })
})
