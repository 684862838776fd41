import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { transactionFile } from '@jincun/reporting/testing'
import type { FileOrder } from '@jincun/reporting/testing'

/** Writes made-up transactions to disk, a piece at a time. */
export const writeFile = (path: string, order: FileOrder): Promise<void> =>
  pipeline(Readable.from(transactionFile(order)), createWriteStream(path))
