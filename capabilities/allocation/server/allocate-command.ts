import type { Command } from '@jincun/http'
import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { factorSheetFor } from '@jincun/policy'
import type { FactorSheet } from '@jincun/policy'
import { places } from '@jincun/places/server'
import { allocate, allocationDocument, methodWords, readInputGrid, refuseGrid, toDecimal } from '../index.ts'
import type { Allocation, FactorInputs } from '../index.ts'
import { readAllocateOptions, wrong } from './allocate-options.ts'
import { readInputFile } from './read-input-file.ts'

function inputsFrom(bytes: Uint8Array, fileName: string, sheet: FactorSheet): Result<FactorInputs> {
  const context = { sheet, provinces: places().provinces }
  const file = readInputFile(bytes, fileName, context)
  if (!file.ok) return file
  const { inputs, errors } = readInputGrid(file.value.grid, context, index => file.value.rowNumbers[index] ?? index + 2)
  return inputs ? accept(inputs) : refuseGrid(errors)
}

function tableText(allocation: Allocation): string {
  const { year, total, method, inputsHash, provinces, tie } = allocation
  const rows = provinces.map(
    ({ code, name, score, exact, quota }) =>
      `${code}  ${toDecimal(score, 6)}  ${toDecimal(exact, 4).padStart(9)}  ${String(quota).padStart(4)}  ${name}`,
  )
  const ties = tie
    ? [
        `平局 tie: ${[...tie.won, ...tie.lost].map(({ code }) => code).join(', ')}；得到 won by: ${tie.won.map(({ code }) => code).join(', ')}`,
      ]
    : []
  return [
    `${year}年示范县预下达数量 provisional quotas, ${methodWords[method].zh} ${method}`,
    '代码    得分      精确份额   名额  省份',
    ...rows,
    `合计 total ${total}`,
    ...ties,
    `inputsHash ${inputsHash}`,
  ].join('\n')
}

/** The factor method from the command line; the same code as the server. */
export const allocateCommand: Command = {
  name: 'allocate',
  summary: 'Provisional quotas of the provinces by the factor method (notice 5.1)',
  usage:
    'allocate --year 2020 --quota N --inputs F.csv|F.xlsx [--weights W.json] [--method largest-remainder|webster|jefferson] [--floor N] [--cap N] [--missing factor=zero,…] [--json]',
  options: {
    year: { type: 'string' },
    quota: { type: 'string' },
    inputs: { type: 'string' },
    weights: { type: 'string' },
    method: { type: 'string' },
    floor: { type: 'string' },
    cap: { type: 'string' },
    missing: { type: 'string' },
  },
  run: async ({ values, positionals, readFile, policy }) => {
    if (positionals.length > 0)
      return wrong('stray-argument', `多余的参数“${positionals[0]}”。`, `The argument "${positionals[0]}" is not expected; see --help.`)
    const asked = await readAllocateOptions(values, readFile)
    if (!asked.ok) return asked
    const sheet = factorSheetFor(policy, asked.value.year)
    const inputs = inputsFrom(await readFile(asked.value.inputs), asked.value.inputs, sheet)
    if (!inputs.ok) return inputs
    const result = allocate(inputs.value, sheet, asked.value.options)
    return result.ok ? accept({ json: allocationDocument(result.value), text: tableText(result.value) }) : result
  },
}
