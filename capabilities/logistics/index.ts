export { readSharing, tasksOf } from './sharing-file.ts'
export type { SharingCase } from './sharing-file.ts'
export { sharingStatement, statementText } from './sharing-statement.ts'
export type { Statement } from './sharing-statement.ts'
