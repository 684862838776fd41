import type { CapabilityWeb } from '@jincun/ui/page'

export const paymentsWeb: CapabilityWeb = {
  name: 'payments',
  title: { zh: '资金拨付', en: 'Payments' },
  pages: [
    {
      path: '/payments',
      shell: 'console',
      title: { zh: '拨付申请', en: 'Payment requests' },
      navigation: { group: 'oversight', order: 33 },
      action: 'payments.read',
      clauses: ['notice-2020/6.2'],
      load: () => import('./list-page.tsx'),
    },
    {
      path: '/payments/own',
      shell: 'console',
      title: { zh: '我的拨付申请', en: 'My payment requests' },
      navigation: { group: 'oversight', order: 34 },
      action: 'payments.request',
      clauses: ['notice-2020/6.2', 'notice-2020/3.6'],
      load: () => import('./own-page.tsx'),
    },
    {
      path: '/payments/treasury',
      shell: 'console',
      title: { zh: '国库支付核对', en: 'Treasury file' },
      navigation: { group: 'oversight', order: 35 },
      action: 'payments.finance-approve',
      clauses: ['notice-2020/6.2'],
      load: () => import('./treasury-page.tsx'),
    },
    {
      path: '/payments/budget/$county/$year',
      shell: 'console',
      title: { zh: '资金安排', en: 'Budget' },
      action: 'payments.read',
      clauses: ['notice-2020/6.2'],
      load: () => import('./budget-page.tsx'),
    },
    {
      path: '/payments/$payment',
      shell: 'console',
      title: { zh: '拨付申请', en: 'Payment request' },
      action: 'payments.read',
      clauses: ['notice-2020/6.2', 'notice-2020/3.6'],
      load: () => import('./payment-page.tsx'),
    },
  ],
}
