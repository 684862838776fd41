import type { Command } from '@jincun/http'
import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { jsonOf, textOf } from '@jincun/routing/formats'
import { shareCosts } from '@jincun/routing/sharing'
import { readSharing } from '../sharing-file.ts'
import { sharingStatement, statementText } from '../sharing-statement.ts'
import { wrongFile } from '../wrong-file.ts'
import { coalitionPlans } from './coalition-plans.ts'
import { fileOption, numberOption } from './number-option.ts'

/** One game of a file; a file of several games needs its name. */
function documentOf(bytes: Uint8Array, name: string | undefined): Result<unknown> {
  const text = textOf(bytes)
  if (!text.ok) return text
  const document = jsonOf(text.value)
  if (!document.ok || name === undefined) return document
  const games = document.value
  const found =
    typeof games === 'object' && games !== null && Object.hasOwn(games, name) ? (games as Record<string, unknown>)[name] : undefined
  return found === undefined ? wrongFile('no-game', '--game', `the file has no game '${name}'`, `文件中没有“${name}”`) : accept(found)
}

/** Shares the cost of pooling by every rule side by side. */
export const shareCommand: Command = {
  name: 'share',
  summary: 'Share the cost of pooled delivery: Shapley value, nucleolus, equal profit, proportions; who would leave',
  usage: 'share FILE [--game NAME] [--seconds 30] [--iterations N] [--seed 1] [--pairs 20] [--json]',
  options: {
    game: { type: 'string' },
    seconds: { type: 'string' },
    iterations: { type: 'string' },
    seed: { type: 'string' },
    pairs: { type: 'string' },
  },
  run: async ({ values, positionals, readFile }) => {
    const path = fileOption(positionals, 0, 'sharing')
    const seconds = numberOption(values, 'seconds', 30, { min: 0.1, max: 86_400 })
    const iterations = numberOption(values, 'iterations', 0, { min: 1, max: 1e9, whole: true })
    const seed = numberOption(values, 'seed', 1, { min: 0, max: 2 ** 32 - 1, whole: true })
    const pairs = numberOption(values, 'pairs', 20, { min: 2, max: 10_000, whole: true })
    if (!path.ok) return path
    if (!seconds.ok) return seconds
    if (!iterations.ok) return iterations
    if (!seed.ok) return seed
    if (!pairs.ok) return pairs
    const document = documentOf(await readFile(path.value), typeof values.game === 'string' ? values.game : undefined)
    if (!document.ok) return document
    const sharing = readSharing(document.value)
    if (!sharing.ok) return sharing
    const { unit, repair, measures, game } = sharing.value
    const budget = { seconds: seconds.value, iterations: iterations.value, seed: seed.value, pairs: pairs.value }
    const plans = game ? accept({ game, measures: [] }) : await coalitionPlans(sharing.value, budget)
    if (!plans.ok) return plans
    const report = await shareCosts(plans.value.game, { repair, measures: [...measures, ...plans.value.measures] })
    const statement = sharingStatement(report, unit)
    return accept({ json: statement, text: statementText(statement) })
  },
}
