import type { CapabilityWeb, Page } from '@jincun/ui/page'

const county = { zh: '县情与名单', en: 'A county and the lists' }
const province = { zh: '一省县情', en: 'Counties of a province' }
const clauses = ['notice-2020/4.1', 'notice-2020/4.2', 'notice-2020/4.4', 'notice-2020/4.5', 'notice-2020/4.7']

const loadCounty = () => import('./county-card-page.tsx')
const loadProvince = () => import('./province-page.tsx')

/** The same light pages in both frames: officials stay in their console, everyone else needs no sign-in. */
const inBothFrames: readonly Page[] = (['console', 'public'] as const).flatMap((shell): Page[] => {
  const base = shell === 'public' ? '/public' : ''
  return [
    { path: `${base}/counties/$code`, shell, title: county, clauses, load: loadCounty },
    { path: `${base}/provinces/$code`, shell, title: province, clauses: ['notice-2020/4.2'], load: loadProvince },
  ]
})

export const designationWeb: CapabilityWeb = {
  name: 'designation',
  title: { zh: '县情与示范县', en: 'Counties and their standing' },
  pages: [
    {
      path: '/counties',
      shell: 'console',
      title: { zh: '县情与名单', en: 'Counties and the lists' },
      navigation: { group: 'reference', order: 20 },
      clauses: ['notice-2020/4.2', 'notice-2020/4.5'],
      load: () => import('./counties-page.tsx'),
    },
    {
      path: '/public/counties',
      shell: 'public',
      title: { zh: '查一个县', en: 'Look up a county' },
      navigation: { group: 'reference', order: 20 },
      clauses: ['notice-2020/4.2'],
      load: () => import('./look-up-page.tsx'),
    },
    ...inBothFrames,
  ],
}
