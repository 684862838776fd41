import type { CapabilityWeb } from '@jincun/ui/page'

export const acceptanceWeb: CapabilityWeb = { name: 'acceptance', title: { zh: '验收', en: 'Acceptance' }, pages: [] }
