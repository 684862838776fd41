import { createContext } from 'react'

/** The heading a table stands under; a table of the same name does not show its name a second time. */
export const HeadingOver = createContext('')
