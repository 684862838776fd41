export { appendAudit } from './audit.ts'
export type { AuditEvent } from './audit.ts'
export { findBinaries } from './binaries.ts'
export type { Binaries } from './binaries.ts'
export { applicationRole, enterScope, openDatabase } from './database.ts'
export type { Database, Scope, Transaction } from './database.ts'
export { startLocalServer } from './local-server.ts'
export type { LocalServer } from './local-server.ts'
export { migrate, readMigrations } from './migrate.ts'
export type { Migration } from './migrate.ts'
export { publish } from './publication.ts'
export type { Publication } from './publication.ts'
export { compile, join, name, sql } from './sql.ts'
export type { Fragment } from './sql.ts'

/** The folder of this package's own migrations: scope, audit log, publication log. They run before every slice's. */
export const spineMigrations = { slice: 'spine', folder: new URL('./migrations/', import.meta.url) }
