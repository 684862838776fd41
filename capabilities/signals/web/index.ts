import type { CapabilityWeb } from '@jincun/ui/page'

export const signalsWeb: CapabilityWeb = {
  name: 'signals',
  title: { zh: '交易预警', en: 'Signals' },
  pages: [
    {
      path: '/signals',
      shell: 'console',
      title: { zh: '交易预警', en: 'Signals' },
      navigation: { group: 'oversight', order: 52 },
      action: 'signals.read',
      clauses: ['notice-2020/6.3'],
      load: () => import('./signals-page.tsx'),
    },
    {
      path: '/signals/$county/$signal',
      shell: 'console',
      title: { zh: '预警', en: 'Signal' },
      action: 'signals.read',
      clauses: ['notice-2020/6.3'],
      load: () => import('./signal-page.tsx'),
    },
  ],
}
