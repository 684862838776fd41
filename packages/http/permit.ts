import type { Caller, PermissionTable } from './caller.ts'

/** '000000' → '*', '510000' → '51', '513400' → '5134', '513401' → '513401': the codes a place covers all begin so. */
export function jurisdictionPrefix(placeCode: string): string {
  if (!/^\d{6}$/.test(placeCode)) throw new Error(`Not a place code: ${placeCode}`)
  return placeCode.replace(/(00){1,3}$/, '') || '*'
}

/** Whether a place lies within a jurisdiction prefix. */
export const covers = (prefix: string, placeCode: string): boolean => prefix === '*' || placeCode.startsWith(prefix)

/** The prefixes in which the caller may do the action: action × role × jurisdiction. None when the action is unknown. */
export function jurisdictionsFor(table: PermissionTable, caller: Caller, action: string): string[] {
  const roles = table[action]?.roles ?? []
  const prefixes = caller.grants.filter(grant => roles.includes(grant.role)).map(grant => jurisdictionPrefix(grant.placeCode))
  return [...new Set(prefixes)].sort()
}

/** Whether the caller may do the action at a place. */
export const permits = (table: PermissionTable, caller: Caller, action: string, placeCode: string): boolean =>
  jurisdictionsFor(table, caller, action).some(prefix => covers(prefix, placeCode))
