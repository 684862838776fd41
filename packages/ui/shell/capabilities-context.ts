import { createContext, useContext } from 'react'
import type { CapabilityWeb } from '../page.ts'
import { shanghaiDate } from '@jincun/kernel'
import { useNow } from '../session.ts'

/** The capabilities mounted in this program; the shells make their navigation of them. */
export const CapabilitiesContext = createContext<readonly CapabilityWeb[]>([])
export const useCapabilities = (): readonly CapabilityWeb[] => useContext(CapabilitiesContext)

/** The year of the round that navigation leads to: the year it is by the server's clock, in Asia/Shanghai. */
export const useRoundYear = (): string => shanghaiDate(useNow()).slice(0, 4)
