import { writeLetter } from '@jincun/documents'
import { expect, test } from 'vitest'
import { finalListLetter, letterNumberOf } from './final-list-letter.ts'
import type { FinalList } from './final-list.ts'

const letter = { number: '川府函〔2020〕12号', date: '2020-06-20', signedBy: '四川省人民政府' }
const list: FinalList = {
  provinceCode: '510000',
  year: 2020,
  version: 2,
  entries: [{ countyCode: '513431', name: '昭觉县', type: 'first', rank: 1, planHash: 'abcdef0123456789' }],
  letter,
  reasons: {},
}

test('a letter of the provincial government in letter form, with the list annexed (notice-2020/5.5)', async () => {
  const written = finalListLetter(list, letter, '四川省', 'HASH')
  expect(written).toMatchObject({
    form: 'letter',
    issuers: ['四川省人民政府'],
    number: { issuerCode: '川府函', year: 2020, serial: 12 },
    date: '2020-06-20',
  })
  expect(JSON.stringify(written.annexes)).toContain('昭觉县')
  expect(JSON.stringify(written.blocks)).toContain('HASH')
  expect((await writeLetter(written)).length).toBeGreaterThan(1_000)
})

test.each([
  ['川府函〔2020〕12号', { issuerCode: '川府函', year: 2020, serial: 12 }],
  ['川府函[2020]12号', null],
  ['12号', null],
])('number %s', (number, parts) => {
  expect(letterNumberOf(number)).toEqual(parts)
})
