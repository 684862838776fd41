export { designationData, loadDesignationData, shippedProgrammeFolder } from './load-designation-data.ts'
