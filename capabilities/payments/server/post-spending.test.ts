import { readdirSync, readFileSync } from 'node:fs'
import { loadPolicy } from '@jincun/policy/load'
import type { Transaction } from '@jincun/db'
import { reservePayment } from '@jincun/ledger'
import type { SpendingPath } from '@jincun/ledger'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PolicyPack } from '@jincun/policy'
import { contract, ground, planLine, request } from '../testing/ground.ts'
import { postLineTransfers, postPaymentTransfers } from './post-spending.ts'

let policy: PolicyPack
beforeAll(async () => {
  policy = await loadPolicy()
})

/** A database that must not be asked: a refusal at the door comes before anything is written. */
const closed = new Proxy({} as Transaction, { get: () => () => Promise.reject(new Error('the ledger was asked')) })
const stamp = { realm: 'live', personId: null, now: new Date('2020-05-20T00:00:00Z') }
const posting = () => ({ tx: closed, policy, stamp })
const path: SpendingPath = {
  countyCode: '513431',
  batch: { source: 'central', budgetYear: 2020, batchYear: 2020 },
  line: { id: 'equipment', title: '' },
  project: { id: 'p', title: '' },
  contract: { id: 'c', title: '' },
}
const paper = {
  id: '01900000-0000-7000-8000-0000000000f1',
  realm: 'live',
  businessDate: '2020-05-20',
  document: '',
  clause: 'notice-2020/6.2',
  reason: '',
  recordKind: 'payment-request',
  recordId: 'x',
}
const movement = () => reservePayment(paper, path, 10_000n)
const withLine = (change: object) => {
  const [first, ...rest] = contract().lines
  return ground({ contract: contract({ lines: first ? [{ ...first, ...change }, ...rest] : [] }) })
}

describe('the function that posts a payment asks the negative list itself (notice-2020/3.6)', () => {
  test.each([
    ['a prohibited kind', request(), { category: 'prohibited-recurrent' }, 'unmet'],
    ['no kind at all', request(), { category: '' }, 'unknown'],
    ['a prohibited word in the contract', request(), { name: '办公楼建设' }, 'unmet'],
    ['a word that says nothing', request(), { name: '其他费用' }, 'unknown'],
    ['a prohibited word on the invoice', request({ invoice: { ...request().invoice, itemName: '购买流量' } }), {}, 'unmet'],
  ])('%s is refused before the ledger is asked', async (_what, asked, line, status) => {
    const answer = await postPaymentTransfers(posting(), asked, withLine(line), movement())
    if (answer.ok || !('findings' in answer.reason)) throw new Error('it was posted')
    expect(answer.reason).toMatchObject({ kind: 'rules', code: 'spending-not-posted' })
    expect(answer.reason.findings.filter(each => each.status !== 'met')).toMatchObject([{ status, clause: 'notice-2020/3.6' }])
  })

  test.each([
    ['a clear line', request(), {}],
    ['a prohibited kind from local money', request({ source: 'local' }), { category: 'prohibited-recurrent' }],
  ])('%s goes on to the ledger', async (_what, asked, line) => {
    await expect(postPaymentTransfers(posting(), asked, withLine(line), movement())).rejects.toThrow('the ledger was asked')
  })

  test.each([
    ['prohibited-recurrent', 'central', 'refused'],
    ['', 'central', 'refused'],
    ['', 'local', 'asked'],
    ['equipment-logistics', 'central', 'asked'],
  ] as const)('money for a plan line of kind “%s” from %s money is %s', async (category, source, expected) => {
    const post = postLineTransfers(posting(), planLine({ category }), { year: 2020, source, rulings: [] }, movement())
    const outcome = await post.then(
      ({ ok }) => (ok ? 'posted' : 'refused'),
      () => 'asked',
    )
    expect(outcome).toBe(expected)
  })
})

test('no other file of this slice posts to the ledger, and no other slice moves money to a payee', () => {
  const files = (folder: URL): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name))
  const naming = (folder: URL, words: RegExp): string[] =>
    files(folder).filter(name => !name.includes('.test.') && words.test(readFileSync(new URL(name, folder), 'utf8')))
  expect(naming(new URL('./', import.meta.url), /\bpostMovement\b|\bpostTransfers\b/)).toEqual(['post-spending.ts'])
  const moves = /\b(reservePayment|postPayment|budgetLine)\b/
  const outside = naming(new URL('../../', import.meta.url), moves).filter(name => !/^(ledger|payments)\//.test(name))
  expect(outside).toEqual([])
})
