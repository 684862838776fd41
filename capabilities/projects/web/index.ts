import type { CapabilityWeb } from '@jincun/ui/page'

export const projectsWeb: CapabilityWeb = {
  name: 'projects',
  title: { zh: '项目', en: 'Projects' },
  pages: [
    {
      path: '/projects',
      shell: 'console',
      title: { zh: '项目台账', en: 'Project register' },
      navigation: { group: 'oversight', order: 20 },
      action: 'projects.read',
      clauses: ['notice-2020/6.2'],
      load: () => import('./landing-page.tsx'),
    },
    {
      path: '/projects/$county/$year',
      shell: 'console',
      title: { zh: '项目台账', en: 'Project register' },
      action: 'projects.read',
      clauses: ['notice-2020/6.2'],
      load: () => import('./register-page.tsx'),
    },
    {
      path: '/projects/$county/$year/$project',
      shell: 'console',
      title: { zh: '项目', en: 'Project' },
      action: 'projects.read',
      clauses: ['notice-2020/6.2', 'notice-2020/6.3', 'notice-2020/6.4b'],
      load: () => import('./card-page.tsx'),
    },
  ],
}
