import type { PermissionTable } from '@jincun/http'
import type { Role } from '@jincun/identity'

type Entry = { roles: readonly Role[]; clause: string; what: { zh: string; en: string } }

/** Reading is public; entering a county directly is the centre's. What follows from a final list is settlement's action. */
export const permissions = {
  'designation.record': {
    roles: ['central-authority'],
    clause: 'notice-2020/4.7',
    what: { zh: '直接列入典型激励县、整区推进县', en: 'Enter incentive counties and counties of a region directly' },
  },
} as const satisfies Record<string, Entry> satisfies PermissionTable
