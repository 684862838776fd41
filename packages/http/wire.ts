/** Money and counts are bigint in code and decimal strings on the wire. */
export const toWire = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) => (typeof member === 'bigint' ? member.toString() : member)) ?? 'null'
