import type { Page } from '@jincun/ui/page'

/** Pages of the ranked-list half of the slice. */
export const rankedListPages: readonly Page[] = [
  {
    path: '/ranked-lists/$year',
    shell: 'console',
    title: { zh: '排序名单', en: 'Ranked lists' },
    navigation: { group: 'round', order: 40 },
    action: 'ranked-lists.read',
    clauses: ['notice-2020/5.3'],
    load: () => import('./overview-page.tsx'),
  },
  {
    path: '/ranked-lists/$year/$province',
    shell: 'console',
    title: { zh: '省级排序名单', en: 'A province’s ranked list' },
    action: 'ranked-lists.read',
    clauses: ['notice-2020/4.2', 'notice-2020/4.6', 'notice-2020/4.7', 'notice-2020/5.2', 'notice-2020/5.3', 'notice-2020/A.1'],
    load: () => import('./list-page.tsx'),
  },
]
