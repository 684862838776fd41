import type { CapabilityWeb } from '@jincun/ui/page'

export const applicationsWeb: CapabilityWeb = {
  name: 'applications',
  title: { zh: '县申报', en: 'County applications' },
  pages: [
    {
      path: '/applications',
      shell: 'console',
      title: { zh: '县申报', en: 'County applications' },
      navigation: { group: 'round', order: 20 },
      action: 'applications.read',
      clauses: ['notice-2020/4.1', 'notice-2020/4.3', 'notice-2020/5.2'],
      load: () => import('./list-page.tsx'),
    },
    {
      path: '/applications/new',
      shell: 'console',
      title: { zh: '新建申报', en: 'New application' },
      action: 'applications.write',
      clauses: ['notice-2020/4.3', 'notice-2020/4.4', 'notice-2020/4.6', 'notice-2020/4.7'],
      load: () => import('./new-page.tsx'),
    },
    {
      path: '/applications/doubtful-lines',
      shell: 'console',
      title: { zh: '存疑支出裁定', en: 'Rulings on doubtful lines' },
      navigation: { group: 'round', order: 22 },
      action: 'applications.rule',
      clauses: ['notice-2020/3.6'],
      load: () => import('./doubtful-lines-page.tsx'),
    },
    {
      path: '/applications/$county/$id',
      shell: 'console',
      title: { zh: '申报书', en: 'Application' },
      action: 'applications.read',
      clauses: ['notice-2020/3.0', 'notice-2020/3.2', 'notice-2020/3.6', 'notice-2020/4.3', 'notice-2020/4.4', 'notice-2020/A.1'],
      load: () => import('./application-page.tsx'),
    },
    {
      path: '/applications/$county/$id/print',
      shell: 'bare',
      title: { zh: '打印申报书', en: 'Print the application' },
      action: 'applications.read',
      clauses: ['notice-2020/A.1'],
      load: () => import('./print-page.tsx'),
    },
  ],
}
