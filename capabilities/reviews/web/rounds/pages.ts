import type { Page } from '@jincun/ui/page'

/** Pages of the expert-review half of the slice. */
export const reviewPages: readonly Page[] = [
  {
    path: '/reviews/$year',
    shell: 'console',
    title: { zh: '专家评审', en: 'Expert review' },
    navigation: { group: 'round', order: 30 },
    action: 'reviews.read',
    clauses: ['notice-2020/5.2'],
    load: () => import('./list-page.tsx'),
  },
  {
    path: '/experts',
    shell: 'console',
    title: { zh: '评审专家库', en: 'Pool of experts' },
    navigation: { group: 'round', order: 32 },
    action: 'reviews.read',
    clauses: ['notice-2020/5.2'],
    load: () => import('./pool-page.tsx'),
  },
  {
    path: '/review-rounds/$id',
    shell: 'console',
    title: { zh: '评审轮次', en: 'Round of review' },
    action: 'reviews.read',
    clauses: ['notice-2020/2.1', 'notice-2020/5.2'],
    load: () => import('./round-page.tsx'),
  },
  {
    path: '/review-rounds/$id/outcome',
    shell: 'console',
    title: { zh: '评审结果', en: 'Outcome of the review' },
    action: 'reviews.read',
    clauses: ['notice-2020/4.1', 'notice-2020/4.2', 'notice-2020/4.5', 'notice-2020/5.2'],
    load: () => import('./outcome-page.tsx'),
  },
  {
    path: '/my-reviews',
    shell: 'console',
    title: { zh: '我的评审', en: 'My reviews' },
    navigation: { group: 'round', order: 30 },
    action: 'reviews.score',
    clauses: ['notice-2020/5.2'],
    load: () => import('./my-reviews-page.tsx'),
  },
  {
    path: '/my-reviews/$round/$application',
    shell: 'console',
    title: { zh: '评审打分', en: 'Scoring' },
    action: 'reviews.score',
    clauses: ['notice-2020/5.2'],
    load: () => import('./scoring-page.tsx'),
  },
]
