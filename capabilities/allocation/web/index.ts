import type { CapabilityWeb } from '@jincun/ui/page'

const clauses = ['notice-2020/5.1'] as const

export const allocationWeb: CapabilityWeb = {
  name: 'allocation',
  title: { zh: '因素法分配', en: 'Factor allocation' },
  pages: [
    {
      path: '/allocation/$year',
      shell: 'console',
      title: { zh: '预下达数量', en: 'Provisional quotas' },
      navigation: { group: 'round', order: 10 },
      action: 'allocation.quota',
      clauses,
      load: () => import('./allocation-page.tsx'),
    },
    {
      path: '/allocation/$year/inputs',
      shell: 'console',
      title: { zh: '各省数据', en: 'Figures of the provinces' },
      action: 'allocation.prepare',
      clauses,
      load: () => import('./inputs-page.tsx'),
    },
    {
      path: '/allocation/$year/what-if',
      shell: 'console',
      title: { zh: '测算与比较', en: 'Runs and comparison' },
      action: 'allocation.read',
      clauses,
      load: () => import('./what-if-page.tsx'),
    },
    {
      path: '/allocation/$year/runs/$id',
      shell: 'console',
      title: { zh: '测算结果', en: 'Result of a run' },
      action: 'allocation.read',
      clauses,
      load: () => import('./run-page.tsx'),
    },
    {
      path: '/public/allocation/$year',
      shell: 'public',
      title: { zh: '预下达数量与底稿', en: 'Provisional quotas' },
      navigation: { group: 'round', order: 10 },
      clauses,
      load: () => import('./public-page.tsx'),
    },
  ],
}
