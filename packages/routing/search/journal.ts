/** What was done, so that it can be taken back from the end: nodes put in (`prev` −1) and taken out from behind `prev`. */
export class Journal {
  node = new Int32Array(1024)
  prev = new Int32Array(1024)
  count = 0

  note(node: number, prev: number): void {
    if (this.count === this.node.length) {
      this.node = grown(this.node)
      this.prev = grown(this.prev)
    }
    this.node[this.count] = node
    this.prev[this.count++] = prev
  }
}

function grown(entries: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * entries.length)
  longer.set(entries)
  return longer
}
