export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue | undefined }

/**
 * One text for one value: keys sorted by code unit, no white space, `undefined` members left out.
 * Hashes and signatures are taken over this text, so equal values hash equally whatever their key order (after RFC 8785).
 * Throws for numbers that JSON cannot carry (NaN, ±Infinity).
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('Only finite numbers have a JSON text')
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value)
    .filter((entry): entry is [string, JsonValue] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** A value as the JSON it is kept and hashed as: money and counts (bigint) as decimal text, instants as ISO text, `undefined` members left out. */
export const asJson = (value: unknown): JsonValue =>
  JSON.parse(JSON.stringify(value, (_key, member: unknown) => (typeof member === 'bigint' ? member.toString() : member))) as JsonValue
