import { useAddressState, useSession } from '@jincun/ui'

/** The province a page is about: the one in the address, else the person's own; '' for the centre, which has to choose. */
export function useProvince(): [string, (code: string) => void] {
  const grants = useSession().data?.person?.grants ?? []
  const own = grants.find(grant => grant.placeCode !== '000000' && grant.placeCode.endsWith('0000'))?.placeCode ?? ''
  const [chosen, choose] = useAddressState('province')
  return [chosen || own, choose]
}
