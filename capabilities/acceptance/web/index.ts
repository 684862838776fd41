import type { CapabilityWeb } from '@jincun/ui/page'

export const acceptanceWeb: CapabilityWeb = {
  name: 'acceptance',
  title: { zh: '验收', en: 'Acceptance' },
  pages: [
    {
      path: '/acceptance/$county',
      shell: 'console',
      title: { zh: '项目验收', en: 'Acceptance' },
      action: 'acceptance.read',
      clauses: ['notice-2020/6.2'],
      load: () => import('./list-page.tsx'),
    },
    {
      path: '/acceptance/$county/$request',
      shell: 'console',
      title: { zh: '一项验收', en: 'One acceptance' },
      action: 'acceptance.read',
      clauses: ['notice-2020/6.2', 'notice-2020/6.4d'],
      load: () => import('./request-page.tsx'),
    },
    {
      path: '/own-acceptance/$county',
      shell: 'console',
      title: { zh: '我的合同与数据报送', en: 'My contracts and data' },
      action: 'acceptance.request',
      clauses: ['notice-2020/6.4d'],
      load: () => import('./own-page.tsx'),
    },
    {
      path: '/operation-checks/$county',
      shell: 'console',
      title: { zh: '运营回访', en: 'Operation checks' },
      action: 'acceptance.read',
      clauses: ['notice-2020/6.3'],
      load: () => import('./operation-page.tsx'),
    },
  ],
}
