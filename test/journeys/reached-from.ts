import { expect } from 'vitest'
import type { Stage } from '../support/browser.ts'

/** For each page with an id in its address: who goes there ('' is the public), from which page, and over which pages' links. */
export const reachedFrom: Record<string, { as: string; from: string; over?: readonly string[] }> = {
  '/allocation/$year/runs/$id': { as: 'centre', from: '/allocation/2020' },
  '/applications/$county/$id': { as: 'zhaojue-government', from: '/applications' },
  '/applications/$county/$id/print': { as: 'zhaojue-government', from: '/applications', over: ['/applications/$county/$id'] },
  '/review-rounds/$id': { as: 'sichuan-commerce', from: '/reviews/2020' },
  '/review-rounds/$id/outcome': { as: 'guizhou-commerce', from: '/reviews/2020', over: ['/review-rounds/$id'] },
  '/my-reviews/$round/$application': { as: 'sichuan-reviewer-1', from: '/my-reviews' },
  '/projects/$county/$year/$project': { as: 'zhaojue-office', from: '/projects/513431/2020' },
  '/procurements/$county/$year/$procurement': { as: 'zhaojue-office', from: '/procurements/513431/2020' },
  '/contracts/$county/$year/$contract': { as: 'zhaojue-office', from: '/contracts/513431/2020' },
  '/ledger/statement/$county/$account': { as: 'zhaojue-finance', from: '/ledger/money/513431' },
  '/ledger/movement/$movement': {
    as: 'zhaojue-finance',
    from: '/ledger/money/513431',
    over: ['/ledger/statement/$county/$account'],
  },
  '/payments/terms/$county': { as: 'zhaojue-office', from: '/payments' },
  '/payments/treasury/$county/$import': { as: 'zhaojue-finance', from: '/payments/treasury' },
  '/payments/$payment': { as: 'zhaojue-office', from: '/payments' },
  '/acceptance/$county/$request': { as: 'zhaojue-office', from: '/acceptance/513431' },
  '/reporting/$county/$batch': { as: 'pingchang-contractor', from: '/reporting' },
  '/signals/$county/$signal': { as: 'pingchang-office', from: '/signals' },
  '/forms/$county/$form/$period': { as: 'zhaojue-office', from: '/forms' },
  '/contract-forms/$county/$contract/$form/$period': { as: 'zhaojue-contractor', from: '/duties' },
  '/ministry/$county/$day': { as: 'pingchang-office', from: '/ministry' },
  '/public/register/$id': { as: '', from: '/public/register' },
}

/** Records that pages show and the demonstration does not hold: a contractor asks for acceptance, the treasury sends a file. */
export async function makeRecords({ program }: Stage): Promise<void> {
  const contractor = await program.as('zhaojue-contractor')
  const { rows } = (await contractor.get<{ rows: { contract: { id: string } }[] }>('/api/acceptance/513431/own')).body
  const asked = rows.map(({ contract }) =>
    contractor.send('POST', '/api/acceptance/513431/requests', {
      id: contract.id.replace(/^.{8}/, '01900000'),
      contractId: contract.id,
      statement: '（演示）',
    }),
  )
  expect((await Promise.all(asked)).some(({ status }) => status === 200)).toBe(true)
  const finance = await program.as('zhaojue-finance')
  const lines = ['支付凭证号,支付日期,收款人,金额（元）,状态', 'GK-2020-0007,2020-05-19,（演示）别的公司,5200.00,支付成功', '']
  const file = new TextEncoder().encode(lines.join('\n'))
  const name = encodeURIComponent('（演示）国库支付5月.csv')
  expect((await finance.upload(`/api/payments/treasury-imports?countyCode=513431&fileName=${name}`, file)).status).toBe(200)
}
