import type { DesignationData } from '../index.ts'
import { designationData } from '../server/load-designation-data.ts'

/** The real lists, for tests of any slice. */
export const realDesignationData = (): DesignationData => designationData()
