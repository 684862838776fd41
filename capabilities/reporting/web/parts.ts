export { useCounty } from './use-county.ts'
