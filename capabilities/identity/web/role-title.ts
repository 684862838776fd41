import type { Bilingual } from '@jincun/policy'
import { roles } from '../role.ts'
import type { Role } from '../role.ts'

/** The name of a role; a role this version does not know keeps its id. */
export const roleTitle = (role: string): Bilingual => (role in roles ? roles[role as Role] : { zh: role, en: role })
