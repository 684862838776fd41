/** Who reviewed what: the ends of one link of the assignment graph. */
export type ReviewLink = { applicationId: string; expertId: string }

/** Applications and experts that hang together through reviews. */
export type ReviewGroup = { applicationIds: string[]; expertIds: string[] }

/**
 * The connected components of the graph of applications and experts, the largest first, ids sorted. Scores of two components share
 * no reviewer, directly or through others, so their reviewers' leniency cannot be compared.
 */
export function connectedGroups(links: readonly ReviewLink[]): ReviewGroup[] {
  const leader = new Map<string, string>()
  const find = (key: string): string => {
    const above = leader.get(key) ?? key
    if (above === key) return key
    const top = find(above)
    leader.set(key, top)
    return top
  }
  for (const { applicationId, expertId } of links) leader.set(find(`a${applicationId}`), find(`e${expertId}`))
  const members = new Map<string, Set<string>>()
  for (const { applicationId, expertId } of links)
    for (const key of [`a${applicationId}`, `e${expertId}`]) members.set(find(key), (members.get(find(key)) ?? new Set()).add(key))
  const side = (keys: Set<string>, mark: string): string[] =>
    [...keys]
      .filter(key => key.startsWith(mark))
      .map(key => key.slice(1))
      .sort()
  return [...members.values()]
    .map(keys => ({ applicationIds: side(keys, 'a'), expertIds: side(keys, 'e') }))
    .sort(
      (a, b) => b.applicationIds.length - a.applicationIds.length || ((a.applicationIds[0] ?? '') < (b.applicationIds[0] ?? '') ? -1 : 1),
    )
}
