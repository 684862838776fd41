import type { CapabilityWeb } from '@jincun/ui/page'

export const settlementWeb: CapabilityWeb = {
  name: 'settlement',
  title: { zh: '核定与结算', en: 'Approval and settlement' },
  pages: [
    {
      path: '/settlement/$year',
      shell: 'console',
      title: { zh: '核定与结算', en: 'Approval and settlement' },
      navigation: { group: 'round', order: 50 },
      action: 'settlement.read',
      clauses: ['notice-2020/5.1', 'notice-2020/5.4'],
      load: () => import('./settlement-page.tsx'),
    },
    {
      path: '/final-lists/$year',
      shell: 'console',
      title: { zh: '最终名单', en: 'Final lists' },
      navigation: { group: 'round', order: 60 },
      action: 'final-lists.read',
      clauses: ['notice-2020/5.5'],
      load: () => import('./final-overview-page.tsx'),
    },
    {
      path: '/final-lists/$year/$province',
      shell: 'console',
      title: { zh: '省级最终名单', en: 'A province’s final list' },
      action: 'final-lists.read',
      clauses: ['notice-2020/4.6', 'notice-2020/4.7', 'notice-2020/5.5'],
      load: () => import('./final-page.tsx'),
    },
  ],
}
