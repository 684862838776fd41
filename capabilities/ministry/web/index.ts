import type { CapabilityWeb } from '@jincun/ui/page'

export const ministryWeb: CapabilityWeb = {
  name: 'ministry',
  title: { zh: '部系统上报', en: 'Reports to the ministry' },
  pages: [
    {
      path: '/ministry',
      shell: 'console',
      title: { zh: '部系统上报', en: 'Reports to the ministry' },
      navigation: { group: 'oversight', order: 53 },
      action: 'ministry.read',
      clauses: ['notice-2020/6.4c'],
      load: () => import('./ministry-page.tsx'),
    },
    {
      path: '/ministry/$county/$day',
      shell: 'console',
      title: { zh: '站点日报', en: 'Daily station report' },
      action: 'ministry.read',
      clauses: ['notice-2020/6.4c', 'notice-2020/6.4d'],
      load: () => import('./day-page.tsx'),
    },
  ],
}
