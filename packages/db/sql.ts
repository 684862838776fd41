/** A piece of SQL with its values apart, so that no value is ever spliced into the text. */
export type Fragment = { readonly strings: readonly string[]; readonly values: readonly unknown[] }

const isFragment = (value: unknown): value is Fragment =>
  typeof value === 'object' && value !== null && 'strings' in value && 'values' in value

/** Tagged template: sql`select * from t where id = ${id}`; fragments nest. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Fragment {
  return { strings: [...strings], values }
}

/** Joins fragments, e.g. conditions by sql` and `. */
export function join(fragments: readonly Fragment[], separator: Fragment): Fragment {
  const parts = fragments.flatMap((fragment, index) => (index === 0 ? [fragment] : [separator, fragment]))
  return { strings: ['', ...parts.map(() => '')], values: parts }
}

/** A table or column name; only plain lower-case names pass, so nothing a user typed can. */
export function name(identifier: string): Fragment {
  if (!/^[a-z_][a-z0-9_]*$/.test(identifier)) throw new Error(`Not a plain SQL name: ${identifier}`)
  return { strings: [identifier], values: [] }
}

/** The text with $1, $2, … and the values, as PostgreSQL takes them. */
export function compile(fragment: Fragment): { text: string; values: unknown[] } {
  const values: unknown[] = []
  const write = (piece: Fragment): string =>
    piece.strings
      .map((text, index) => {
        if (index >= piece.values.length) return text
        const value = piece.values[index]
        return text + (isFragment(value) ? write(value) : `$${values.push(value)}`)
      })
      .join('')
  return { text: write(fragment), values }
}
