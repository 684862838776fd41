import { Bilingual, ClauseRef } from '@jincun/policy'
import type { PolicyPack, RuleBook } from '@jincun/policy'
import { z } from 'zod'

/** A page of the program that says it carries a clause. */
export const Screen = z.strictObject({ path: z.string(), title: Bilingual })
export type Screen = z.infer<typeof Screen>

/** What of the repository carries a clause, beside the policy files themselves. Paths from the root of the repository. */
export const ClauseCoverage = z.strictObject({ code: z.array(z.string()), screens: z.array(Screen), tests: z.array(z.string()) })
export type ClauseCoverage = z.infer<typeof ClauseCoverage>

/** By clause reference, every clause of every source. Built by `npm run clause-coverage`, kept in policy/clause-coverage.json. */
export const Coverage = z.record(ClauseRef, ClauseCoverage)
export type Coverage = z.infer<typeof Coverage>

export type RepositoryFile = { path: string; text: string }
type PageWithClauses = Screen & { clauses?: readonly string[] | undefined }

const partsOfRuleBook = ['county', 'plan', 'list', 'final'] as const
export type RuleBookPart = (typeof partsOfRuleBook)[number]

/** Every entry of a rule book with the part it stands in. */
export const entriesOf = (book: RuleBook) => partsOfRuleBook.flatMap(part => book[part].map(entry => ({ part, entry })))

/** Rule id → the clauses it carries, over all years. */
function clausesByRule(pack: PolicyPack): ReadonlyMap<string, ReadonlySet<string>> {
  const clauses = new Map<string, Set<string>>()
  for (const book of pack.ruleBooks.values())
    for (const { entry } of entriesOf(book)) clauses.set(entry.rule, (clauses.get(entry.rule) ?? new Set()).add(entry.clause))
  return clauses
}

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || /\/cases\/[^/]+\.yaml$/.test(path)

/** Whether a file is about a rule: named after it, or (a test or a worked case) naming its id between quotes or as a YAML value. */
function isAbout(rule: string, { path, text }: RepositoryFile): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name.startsWith(`check-${rule}.`) || name === `${rule}.yaml`) return true
  return isTest(path) && new RegExp(`['"]${rule}['"]|: ${rule}$`, 'm').test(text)
}

/** Clauses a file carries: those it cites in full, and those of the rules it is about. */
function clausesOf(file: RepositoryFile, rules: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const cited = new Set(file.text.match(/notice-20\d\d\/(?:\d+(?:\.\d+[a-z]?)?|A\.\d+)/g) ?? [])
  for (const [rule, clauses] of rules) if (isAbout(rule, file)) for (const clause of clauses) cited.add(clause)
  return cited
}

/** Which files and pages carry which clause. The same repository gives the same index, whatever the order of its files. */
export function coverageOf(pack: PolicyPack, files: readonly RepositoryFile[], pages: readonly PageWithClauses[]): Coverage {
  const rules = clausesByRule(pack)
  const found = files.map(file => ({ path: file.path, clauses: clausesOf(file, rules) }))
  const screens = pages.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const references = pack.sources.flatMap(source => source.clauses.map(({ id }) => `${source.id}/${id}`))
  return Object.fromEntries(
    references.map(reference => {
      const paths = found.filter(({ clauses }) => clauses.has(reference)).map(({ path }) => path)
      return [
        reference,
        {
          code: paths.filter(path => !isTest(path)).sort(),
          screens: screens.filter(({ clauses }) => clauses?.includes(reference)).map(({ path, title }) => ({ path, title })),
          tests: paths.filter(isTest).sort(),
        },
      ]
    }),
  )
}
