export { emptySide, stationDay } from './station-day.ts'
