export type Table = { name: string; kind: string; body: string; file: string }

const withoutComments = (text: string): string => text.replaceAll(/--.*$/gm, '')

/** The tables a migration makes, each with the kind its comment declares. */
export function tablesOf(file: string, text: string): Table[] {
  return [...text.matchAll(/((?:^--.*\n)*)create table(?: if not exists)? (\w+) \(([\s\S]*?)\n\)/gm)].map(match => ({
    file,
    name: match[2] ?? '',
    kind: /^-- (distributed|reference|coordinator)/m.exec(match[1] ?? '')?.[1] ?? 'undeclared',
    body: withoutComments(match[3] ?? ''),
  }))
}

const keysOf = (body: string): string[] =>
  [...body.matchAll(/(?:primary key|unique(?: nulls not distinct)?) \(([^)]*)\)/g)].map(match => match[1] ?? '')

/** The breaches of one table against the rules of distribution (ARCHITECTURE.md, "Three sizes"). */
export function breachesOf(table: Table, kinds: ReadonlyMap<string, string>): string[] {
  const { name, kind, body } = table
  const wrong: string[] = []
  if (kind === 'undeclared') wrong.push(`${name}: say -- distributed, -- reference or -- coordinator above it`)
  if (/\b(smallserial|serial)\b|\bint(eger)? generated/.test(body)) wrong.push(`${name}: an int identity does not work from a worker`)
  if (kind !== 'distributed') return wrong
  if (!/county_code char\(6\) collate "C" not null/.test(body)) wrong.push(`${name}: wants county_code char(6) collate "C" not null`)
  if (/^\s*\w+ [^,\n]*\b(primary key|unique)\b/m.test(body)) wrong.push(`${name}: a key on one column cannot include county_code`)
  for (const key of keysOf(body)) if (!key.includes('county_code')) wrong.push(`${name}: key (${key}) lacks county_code`)
  for (const [, columns, target] of body.matchAll(/foreign key \(([^)]*)\) references (\w+)/g)) {
    if (kinds.get(target ?? '') === 'distributed' && !columns?.includes('county_code'))
      wrong.push(`${name}: foreign key to ${target} lacks county_code`)
  }
  for (const [, target] of body.matchAll(/^\s*\w+ [^,\n]*references (\w+)/gm))
    if (kinds.get(target ?? '') === 'distributed') wrong.push(`${name}: reference to ${target} lacks county_code`)
  return wrong
}

/** Breaches in the rest of a file: triggers, unique indexes without county_code, row security that was forgotten. */
export function fileBreaches(text: string, tables: readonly Table[]): string[] {
  const sql = withoutComments(text)
  const wrong: string[] = []
  if (/create (constraint )?trigger/i.test(sql)) wrong.push('triggers do not work on distributed tables')
  if (/on delete set null/i.test(sql)) wrong.push('on delete set null is not available over county_code')
  for (const table of tables.filter(({ kind }) => kind === 'distributed')) {
    if (!sql.includes(`alter table ${table.name} enable row level security`)) wrong.push(`${table.name}: row level security is not enabled`)
    for (const [, columns] of sql.matchAll(new RegExp(`create unique index \\w+ on ${table.name} \\(([^)]*)\\)`, 'g'))) {
      if (!columns?.includes('county_code')) wrong.push(`${table.name}: unique index (${columns}) lacks county_code`)
    }
  }
  return wrong
}
