import type { CapabilityWeb } from '@jincun/ui/page'

/** The public pages: no sign-in, light, every figure with its clause and its place in the public register. */
export const disclosureWeb: CapabilityWeb = {
  name: 'disclosure',
  title: { zh: '政务公开', en: 'Disclosure' },
  pages: [
    {
      path: '/',
      shell: 'public',
      title: { zh: '本轮进展', en: 'The round so far' },
      navigation: { group: 'round', order: 1 },
      clauses: ['notice-2020/5.1', 'notice-2020/5.2', 'notice-2020/5.3', 'notice-2020/5.4', 'notice-2020/5.5'],
      load: () => import('./round-page.tsx'),
    },
    {
      path: '/public/rounds/$year',
      shell: 'public',
      title: { zh: '一个年度', en: 'A round' },
      load: () => import('./round-page.tsx'),
    },
    {
      path: '/public/ranked-lists/$year',
      shell: 'public',
      title: { zh: '排序名单', en: 'Ranked lists' },
      navigation: { group: 'round', order: 20 },
      clauses: ['notice-2020/5.2', 'notice-2020/5.3'],
      load: () => import('./ranked-lists-page.tsx'),
    },
    {
      path: '/public/ranked-lists/$year/$province',
      shell: 'public',
      title: { zh: '一省排序名单', en: 'Ranked list of a province' },
      clauses: ['notice-2020/5.2', 'notice-2020/5.3'],
      load: () => import('./ranked-list-page.tsx'),
    },
    {
      path: '/public/final-lists/$year',
      shell: 'public',
      title: { zh: '最终名单', en: 'Final lists' },
      navigation: { group: 'round', order: 30 },
      clauses: ['notice-2020/5.5'],
      load: () => import('./final-lists-page.tsx'),
    },
    {
      path: '/public/settlement/$year',
      shell: 'public',
      title: { zh: '资金结算', en: 'Settlement' },
      clauses: ['notice-2020/5.4'],
      load: () => import('./settlement-page.tsx'),
    },
    {
      path: '/public/demonstration-counties',
      shell: 'public',
      title: { zh: '往年示范县', en: 'Earlier demonstration counties' },
      navigation: { group: 'reference', order: 10 },
      clauses: ['notice-2020/4.4'],
      load: () => import('./history-page.tsx'),
    },
    {
      path: '/public/register',
      shell: 'public',
      title: { zh: '公开登记', en: 'Public register' },
      navigation: { group: 'oversight', order: 10 },
      clauses: ['notice-2020/5.5'],
      load: () => import('./register-page.tsx'),
    },
    {
      path: '/public/register/$id',
      shell: 'public',
      title: { zh: '一份公开内容', en: 'A publication' },
      clauses: ['notice-2020/5.5'],
      load: () => import('./publication-page.tsx'),
    },
  ],
}
