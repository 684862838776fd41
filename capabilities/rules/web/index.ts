import type { CapabilityWeb } from '@jincun/ui/page'

export const rulesWeb: CapabilityWeb = {
  name: 'rules',
  title: { zh: '规则与依据', en: 'Rules and their grounds' },
  pages: [
    {
      path: '/rules',
      shell: 'public',
      title: { zh: '规则与依据', en: 'Rules and their grounds' },
      navigation: { group: 'reference', order: 10 },
      load: () => import('./rules-page.tsx'),
    },
  ],
}
