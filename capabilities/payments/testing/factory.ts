let made = 0
/** An id no other call gave. */
export const newTestId = (): string => `01900000-0000-7000-8000-${String(++made).padStart(12, '0')}`
