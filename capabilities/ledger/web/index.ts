import type { CapabilityWeb } from '@jincun/ui/page'

export const ledgerWeb: CapabilityWeb = {
  name: 'ledger',
  title: { zh: '资金台账', en: 'Ledger' },
  pages: [
    {
      path: '/ledger',
      shell: 'console',
      title: { zh: '资金总览', en: 'Money' },
      navigation: { group: 'oversight', order: 30 },
      action: 'ledger.read',
      clauses: ['notice-2020/5.6', 'notice-2020/4.4'],
      load: () => import('./money-page.tsx'),
    },
    {
      path: '/ledger/allotments',
      shell: 'console',
      title: { zh: '资金下达', en: 'Allotments' },
      navigation: { group: 'oversight', order: 31 },
      action: 'ledger.read',
      clauses: ['notice-2020/5.1', 'notice-2020/5.4', 'notice-2020/5.6'],
      load: () => import('./allotments-page.tsx'),
    },
    {
      path: '/ledger/carried-over',
      shell: 'console',
      title: { zh: '存量资金', en: 'Carried-over funds' },
      navigation: { group: 'oversight', order: 32 },
      action: 'ledger.read',
      clauses: ['notice-2020/3.7'],
      load: () => import('./carried-over-page.tsx'),
    },
    {
      path: '/ledger/money/$county',
      shell: 'console',
      title: { zh: '一地资金', en: 'Money of a place' },
      action: 'ledger.read',
      clauses: ['notice-2020/5.6'],
      load: () => import('./place-page.tsx'),
    },
    {
      path: '/ledger/statement/$county/$account',
      shell: 'console',
      title: { zh: '对账单', en: 'Statement' },
      action: 'ledger.read',
      clauses: ['notice-2020/5.6'],
      load: () => import('./statement-page.tsx'),
    },
    {
      path: '/ledger/movement/$movement',
      shell: 'console',
      title: { zh: '资金分录', en: 'Entries' },
      action: 'ledger.read',
      clauses: ['notice-2020/5.6'],
      load: () => import('./movement-page.tsx'),
    },
  ],
}
