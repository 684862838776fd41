import { existsSync, readFileSync } from 'node:fs'
import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { blankGrid } from '../index.ts'
import type { InputContext, InputGrid } from '../index.ts'
import { readInputFile } from './read-input-file.ts'

/** What the shipped figures rest on, shown beside the sheet. */
export const shippedSource =
  '国家统计局、民政部行政区划代码（2020年）、2020年人口普查、832个国贫县与52个未脱贫县名单、历年示范县公开资料；农村网络零售额、资金拨付率、绩效评价得分从未分省公布，留空'

/** The public figures of a year that ship with the program, or an empty sheet of all provinces where none do. */
export function startingGrid(context: InputContext): Result<{ grid: InputGrid; source: string }> {
  const file = new URL(`../../../policy/programme/province-inputs-${context.sheet.year}.csv`, import.meta.url)
  if (!existsSync(file)) return accept({ grid: blankGrid(context.sheet, context.provinces), source: '' })
  const read = readInputFile(readFileSync(file), file.pathname, context)
  return read.ok ? accept({ grid: read.value.grid, source: shippedSource }) : read
}
