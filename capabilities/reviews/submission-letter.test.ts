import { writeLetter } from '@jincun/documents'
import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { submissionLetter } from './submission-letter.ts'
import { packageHash, submissionPackage } from './submission-package.ts'
import { aListedCounty, listedCounties } from './testing/list-factory.ts'

const list = {
  provinceCode: '510000',
  year: 2020,
  version: 3,
  quota: 10,
  entries: [],
  basis: { kind: 'review' as const, reference: null, text: '专家评审。\n\n公示五日。' },
  reasons: { 'poverty-share': '贫困县均已支持' },
}
const share = {
  code: 'poverty-share',
  status: 'unmet' as const,
  force: 'should' as const,
  clause: 'notice-2020/4.2',
  measured: '1/4',
  required: '≥ 1/3',
  message: { zh: '…', en: '…' },
  rows: [],
}

const contents = submissionPackage(loadPolicy(), {
  realm: 'live',
  list,
  provinceName: '四川省',
  counties: [...listedCounties(3, 1), aListedCounty(4, { type: 'directDesignation', rank: null, score: null })],
  plan: { sections: { approach: '第一段\n第二段' }, goals: [] },
  findings: [share],
})
const head = { issuers: ['四川省商务厅'] as [string], date: '2020-05-25', mark: '演示文件，不具效力' }
const letter = submissionLetter(contents, packageHash(contents), head)
const text = JSON.stringify(letter)

test('prints list, basis, reasons, plan and the hash of the package (notice-2020/5.3)', () => {
  expect(letter.annexes?.[0]?.blocks[0]).toMatchObject({ kind: 'table', rows: { length: 4 } })
  expect(letter.annexes?.[0]?.blocks[0]).toMatchObject({
    rows: expect.arrayContaining([['—', '示例县4', '511004', '直接纳入（典型激励县）', '否', '—']]),
  })
  expect(text).toContain('名单共4个县，其中参加排序3个')
  for (const part of ['公示五日。', '贫困县均已支持', '第二段', '总体思路', packageHash(contents), '演示文件，不具效力'])
    expect(text).toContain(part)
})

test('the same package gives the same bytes', async () => {
  const [first, again] = await Promise.all([writeLetter(letter), writeLetter(letter)])
  expect(Buffer.compare(first, again)).toBe(0)
})
