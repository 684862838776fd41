export { PlacePicker } from './place-picker.tsx'
export type { PlacePickerProps } from './place-picker.tsx'
