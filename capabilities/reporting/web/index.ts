import type { CapabilityWeb } from '@jincun/ui/page'

export const reportingWeb: CapabilityWeb = {
  name: 'reporting',
  title: { zh: '信息报送', en: 'Reporting' },
  pages: [
    {
      path: '/figures',
      shell: 'console',
      title: { zh: '交易统计', en: 'Trade figures' },
      navigation: { group: 'oversight', order: 50 },
      action: 'reporting.figures',
      clauses: ['notice-2020/2.2'],
      load: () => import('./figures-page.tsx'),
    },
    {
      path: '/figure-rows',
      shell: 'console',
      title: { zh: '组成统计数的交易', en: 'Transactions behind a figure' },
      action: 'reporting.figures',
      clauses: ['notice-2020/2.2', 'notice-2020/6.4d'],
      load: () => import('./rows-page.tsx'),
    },
    {
      path: '/reporting',
      shell: 'console',
      title: { zh: '数据报送', en: 'Reporting' },
      navigation: { group: 'oversight', order: 51 },
      action: 'reporting.batches',
      clauses: ['notice-2020/6.4c', 'notice-2020/6.4d'],
      load: () => import('./reporting-page.tsx'),
    },
    {
      path: '/reporting/$county/$batch',
      shell: 'console',
      title: { zh: '报送批次', en: 'Batch' },
      action: 'reporting.batches',
      clauses: ['notice-2020/6.4d'],
      load: () => import('./batch-page.tsx'),
    },
    {
      path: '/forms',
      shell: 'console',
      title: { zh: '月报和年报', en: 'Monthly and yearly forms' },
      navigation: { group: 'oversight', order: 52 },
      action: 'reporting.forms',
      clauses: ['notice-2020/6.4c', 'notice-2020/6.4d'],
      load: () => import('./forms-page.tsx'),
    },
    {
      path: '/forms/$county/$form/$period',
      shell: 'console',
      title: { zh: '填报', en: 'Form of a period' },
      action: 'reporting.forms',
      clauses: ['notice-2020/6.4c'],
      load: () => import('./form-page.tsx'),
    },
  ],
}
