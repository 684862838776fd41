import { refuse } from '@jincun/kernel'

/** For tests of commands that need no database. */
export const noDatabase = async () =>
  refuse({ kind: 'not-found' as const, code: 'no-database', message: { zh: '没有数据库', en: 'there is no database' } })
