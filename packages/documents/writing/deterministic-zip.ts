import { unzipSync, zipSync } from 'fflate'

/** The first moment a ZIP file can name; local time, as ZIP keeps it. */
const zipStart = new Date(1980, 0, 1)

/**
 * The same Office file with all its parts in the same order and dated 1980, so that equal content gives equal bytes and an equal hash.
 * `edit` may change the text of a part, such as a clock reading the library put into it.
 */
export function deterministicZip(bytes: Uint8Array, edit: (name: string, text: string) => string = (_, text) => text): Uint8Array {
  const parts = Object.entries(unzipSync(bytes))
    .filter(([name]) => !name.endsWith('/'))
    .map(([name, content]): [string, Uint8Array] => [
      name,
      isText(name) ? new TextEncoder().encode(edit(name, new TextDecoder().decode(content))) : content,
    ])
  return zipSync(Object.fromEntries(parts), { mtime: zipStart, level: 6 })
}

const isText = (name: string): boolean => /\.(xml|rels)$/.test(name)
