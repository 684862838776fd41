import { assert } from '@jincun/kernel'

type Arc = { to: number; capacity: number; cost: number; back: number }

/**
 * Minimum-cost flow by successive shortest paths with node potentials
 * (Ahuja, R. K., Magnanti, T. L., Orlin, J. B., 1993: Network Flows, §9.7; potentials after Edmonds and Karp, 1972).
 * Capacities and costs are whole numbers; costs are not negative, so the first potentials are zero and every search is Dijkstra's.
 */
export class FlowNetwork {
  readonly #arcs: Arc[][]
  constructor(nodes: number) {
    this.#arcs = Array.from({ length: nodes }, () => [])
  }

  #list(node: number): Arc[] {
    const list = this.#arcs[node]
    assert(list, 'a node belongs to the network')
    return list
  }

  /** Adds an arc and returns a function that tells its flow. */
  add(from: number, to: number, capacity: number, cost: number): () => number {
    assert(
      Number.isSafeInteger(capacity) && capacity >= 0 && Number.isSafeInteger(cost) && cost >= 0,
      'whole capacities and costs, none below zero',
    )
    const forward: Arc = { to, capacity, cost, back: this.#list(to).length }
    const reverse: Arc = { to: from, capacity: 0, cost: -cost, back: this.#list(from).length }
    this.#list(from).push(forward)
    this.#list(to).push(reverse)
    return () => reverse.capacity
  }

  /** Reduced-cost distances from the source and the arc by which each node was reached. */
  #shortest(source: number, potential: readonly number[]): { distance: number[]; by: (Arc | undefined)[] } {
    const size = this.#arcs.length
    const distance: number[] = Array(size).fill(Number.POSITIVE_INFINITY)
    const by: (Arc | undefined)[] = Array(size).fill(undefined)
    const done: boolean[] = Array(size).fill(false)
    distance[source] = 0
    for (;;) {
      // The networks have a few hundred nodes, so a scan for the nearest is as fast as a heap and always takes the lowest of equals.
      let node = -1
      for (let each = 0; each < size; each++) if (!done[each] && (node < 0 || (distance[each] ?? 0) < (distance[node] ?? 0))) node = each
      const near = node < 0 ? Number.POSITIVE_INFINITY : (distance[node] ?? 0)
      if (near === Number.POSITIVE_INFINITY) return { distance, by }
      done[node] = true
      for (const arc of this.#list(node)) {
        if (arc.capacity === 0) continue
        const reached = near + arc.cost + (potential[node] ?? 0) - (potential[arc.to] ?? 0)
        if (reached >= (distance[arc.to] ?? 0)) continue
        distance[arc.to] = reached
        by[arc.to] = arc
      }
    }
  }

  /** Sends one unit along the path that `by` describes. */
  #augment(source: number, sink: number, by: readonly (Arc | undefined)[]): number {
    let cost = 0
    for (let node = sink; node !== source; ) {
      const arc = by[node]
      assert(arc, 'a reached node was reached by an arc')
      const reverse = this.#list(node)[arc.back]
      assert(reverse, 'every arc has its reverse')
      arc.capacity--
      reverse.capacity++
      cost += arc.cost
      node = reverse.to
    }
    return cost
  }

  /** Sends as much as can be sent from source to sink at least cost. */
  send(source: number, sink: number): { flow: number; cost: number } {
    const potential: number[] = Array(this.#arcs.length).fill(0)
    let flow = 0
    let cost = 0
    for (;;) {
      const { distance, by } = this.#shortest(source, potential)
      const toSink = distance[sink] ?? Number.POSITIVE_INFINITY
      if (toSink === Number.POSITIVE_INFINITY) return { flow, cost }
      for (let node = 0; node < potential.length; node++) potential[node] = (potential[node] ?? 0) + Math.min(distance[node] ?? 0, toSink)
      cost += this.#augment(source, sink, by)
      assert(Number.isSafeInteger(cost), 'costs stay whole and exact')
      flow++
    }
  }

  /** The nodes that can still be reached from the source: the source's side of a smallest cut. */
  reachable(source: number): Set<number> {
    const seen = new Set([source])
    for (const node of seen) for (const arc of this.#list(node)) if (arc.capacity > 0) seen.add(arc.to)
    return seen
  }
}
