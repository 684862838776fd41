import type { CapabilityWeb } from '../page.ts'

/** The design language on two pages: what light pages are made of, and what the consoles add. */
export const styleWeb: CapabilityWeb = {
  name: 'style',
  title: { zh: '设计规范', en: 'Design language' },
  pages: [
    { path: '/style', shell: 'public', title: { zh: '设计规范', en: 'Design language' }, load: () => import('./light-page.tsx') },
    {
      path: '/style/console',
      shell: 'public',
      title: { zh: '设计规范：办理端', en: 'Design language: consoles' },
      load: () => import('./console-style-page.tsx'),
    },
  ],
}
