/** Where to go after sign-in: a path of this site and nothing else, or the person's home. */
export const safeNext = (next: string): string => (/^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/home')
