import type { Command } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { checkAnswer, readAnswer, readProblem } from '@jincun/routing/formats'
import { fileOption } from './number-option.ts'
import { readingFlags, readingOptions, readingUsage } from './reading-options.ts'

const shown = 50

/** Judges a plan by the independent checker, which shares no code with the search. An infeasible plan is an answer, not a refusal. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'Check a delivery plan against its problem: feasible or not, why, and what it costs',
  usage: `check PROBLEM SOLUTION ${readingUsage} [--json]`,
  options: readingFlags,
  run: async ({ values, positionals, readFile }) => {
    const [problemPath, answerPath] = [fileOption(positionals, 0, 'problem'), fileOption(positionals, 1, 'solution')]
    const options = readingOptions(values)
    if (!problemPath.ok) return problemPath
    if (!answerPath.ok) return answerPath
    if (!options.ok) return options
    const read = readProblem(await readFile(problemPath.value), options.value)
    if (!read.ok) return read
    const answer = readAnswer(await readFile(answerPath.value), read.value)
    if (!answer.ok) return answer
    const { verdict, faults, ...result } = checkAnswer(read.value, answer.value)
    const json = { ...result, notServed: verdict.notServed.length, faultCount: faults.length, faults: faults.slice(0, 1000) }
    const lines = faults
      .slice(0, shown)
      .map(({ code, what, route }) => `  ${code}${route === undefined ? '' : ` (route ${route + 1})`}: ${what}`)
    const more = faults.length > shown ? [`  … ${faults.length - shown} more`] : []
    const head = `${result.feasible ? '可行 feasible' : '不可行 infeasible'}: cost ${result.cost}, ${result.vehicles} vehicles, ${result.unassigned} unassigned`
    return accept({ json, text: [head, ...lines, ...more].join('\n') })
  },
}
