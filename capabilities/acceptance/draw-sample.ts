import { canonicalJson } from '@jincun/kernel'
import { standardFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { sha256Hex } from '@jincun/proof'
import { provinceOf } from '@jincun/projects'
import type { Site } from '@jincun/projects'

export type SampleLevel = 'city' | 'province'

/**
 * The seed of a draw: SHA-256 of the request, the number of the draw, its fixed sites and a nonce that the server draws when it is asked to. Nobody
 * knows it before, and everybody can make it again from what is published.
 */
export const drawSeed = (requestId: string, number: number, sites: readonly Pick<Site, 'id' | 'kind'>[], nonce: string): string =>
  sha256Hex(
    canonicalJson({
      request: requestId,
      draw: number,
      sites: sites.map(({ id, kind }) => ({ id, kind })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      nonce,
    }),
  )

/**
 * Draws the sites a level visits: of each kind at least the standard's share, rounded up, in the order of SHA-256(seed, level, site). With the
 * published seed anyone draws the same. A kind without a share is drawn whole, so that a gap in the standard cannot spare a site.
 */
export function drawSample(sites: readonly Site[], level: SampleLevel, seed: string, year: number, pack: PolicyPack): string[] {
  const [first] = sites
  if (!first) return []
  const shares = standardFor(pack, provinceOf(first.countyCode), year)?.sampling.filter(each => each.level === level) ?? []
  return [...Map.groupBy(sites, ({ kind }) => kind)].flatMap(([kind, same]) => {
    const share = shares.find(({ node }) => node === kind)?.minimumPercent ?? 100
    const wanted = Math.ceil((same.length * share) / 100)
    const keyOf = ({ id }: Site): string => sha256Hex(`${seed} ${level} ${id}`)
    return same
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .slice(0, wanted)
      .map(({ id }) => id)
  })
}
