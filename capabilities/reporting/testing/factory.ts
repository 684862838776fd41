export { dice, transactionFile, transactionLines } from './transaction-file.ts'
export type { FileOrder } from './transaction-file.ts'
