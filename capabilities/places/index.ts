export { PlaceCode, PlaceLevel, TownshipCode } from './place.ts'
