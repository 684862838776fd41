import type { CapabilityWeb } from '@jincun/ui/page'

export const projectsWeb: CapabilityWeb = { name: 'projects', title: { zh: '项目', en: 'Projects' }, pages: [] }
