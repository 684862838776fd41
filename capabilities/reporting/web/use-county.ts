import { useAddressState, useSession } from '@jincun/ui'

/** The county a page is about: the one in the address, else the caller's own; '' while none is chosen. */
export function useCounty(): [string, (code: string) => void] {
  const [chosen, choose] = useAddressState('county')
  const own = useSession().data?.person?.grants.find(({ placeCode }) => !placeCode.endsWith('0000'))?.placeCode ?? ''
  return [chosen || own, choose]
}

/** The place figures are of: the one in the address, else the caller's own place. */
export function usePlace(): [string, (code: string) => void] {
  const [chosen, choose] = useAddressState('place')
  const own = useSession().data?.person?.grants[0]?.placeCode ?? ''
  return [chosen || own, choose]
}
