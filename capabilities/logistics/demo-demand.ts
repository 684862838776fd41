import type { Network } from './network.ts'

/** A partner of the demonstration: which part of villages it serves and of parcels it carries. Not data. */
export type DemoPartner = { id: string; name: string; parcelShare: number; villageShare: number }

/** Parcels of one partner for one village on one day. */
export type VillageDemand = {
  partner: string
  villageCode: string
  parcelsDown: number
  parcelsUp: number
  kilogramsDown: number
  kilogramsUp: number
}

export const demoPartners: readonly DemoPartner[] = [
  { id: 'post', name: '邮政（演示）', parcelShare: 0.38, villageShare: 1 },
  { id: 'courierA', name: '快递甲（演示）', parcelShare: 0.27, villageShare: 0.65 },
  { id: 'courierB', name: '快递乙（演示）', parcelShare: 0.22, villageShare: 0.55 },
  { id: 'coop', name: '供销社（演示）', parcelShare: 0.13, villageShare: 0.45 },
]

/** 32-bit FNV-1a: the same village gets the same demand on every machine, without dice. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  value ^= value >>> 15
  return Math.imul(value, 0x2c1b3c6d) >>> 0
}
const fraction = (text: string): number => hash(text) / 2 ** 32

const [villageParcelsMin, villageParcelsSpread, upShare, kilogramsPerParcel] = [12, 30, 0.25, 2]

/**
 * A day's demand made up for the demonstration from the villages' codes: 12–41 parcels down a village, a quarter as many
 * up, two kilograms each, split among the partners that serve it. Marked as demo wherever it is shown.
 */
export function demoDemand(network: Network, partners: readonly DemoPartner[]): VillageDemand[] {
  return network.villages.flatMap(({ code }) => {
    const serving = partners.filter(({ id, villageShare }) => fraction(`${code} ${id}`) < villageShare)
    const shares = serving.reduce((sum, { parcelShare }) => sum + parcelShare, 0)
    const down = villageParcelsMin + Math.floor(villageParcelsSpread * fraction(code))
    return serving.map(({ id, parcelShare }) => {
      const parcelsDown = Math.max(1, Math.round((down * parcelShare) / shares))
      const parcelsUp = Math.round(parcelsDown * upShare)
      return {
        partner: id,
        villageCode: code,
        parcelsDown,
        parcelsUp,
        kilogramsDown: parcelsDown * kilogramsPerParcel,
        kilogramsUp: parcelsUp * kilogramsPerParcel,
      }
    })
  })
}
