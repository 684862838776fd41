/** A role held for a place; the place is a six-digit code, '000000' for the nation. */
export type Grant = { role: string; placeCode: string }

/** Who asks. The public has no grants and sees only what was published. */
export type Caller = {
  kind: 'public' | 'person' | 'machine'
  personId: string | null
  name: string
  organisationId: string | null
  organisationName: string
  /** 'live' or 'demo'; the two never mix. */
  realm: string
  grants: readonly Grant[]
}

export const publicCaller = (realm: string): Caller => ({
  kind: 'public',
  personId: null,
  name: '',
  organisationId: null,
  organisationName: '',
  realm,
  grants: [],
})

/** What roles may do an action, and the clause it carries out. */
export type Permission = { roles: readonly string[]; clause?: string; what: { zh: string; en: string } }

/** Action → permission. One table for the whole program is made of every slice's part. */
export type PermissionTable = Readonly<Record<string, Permission>>
