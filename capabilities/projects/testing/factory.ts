import { randomUUID } from 'node:crypto'

export const newTestId = (): string => randomUUID()
