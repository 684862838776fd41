/** Which kind of record shows a photo. */
type PhotoUseKind = 'progress' | 'sign' | 'asset' | 'stock-take' | 'visit' | 'operation'

/** A record that shows photos: what they show in words, and `opens`, the end of the address where its page stands. */
export type PhotoUse = { countyCode: string; kind: PhotoUseKind; recordId: string; projectId: string; label: string; opens: string }

/** One of several records that bear the same mark: the hash of a photo, or a maker's serial number in capitals. */
export type UsedAgain = PhotoUse & { mark: string; year: number; projectName: string }
