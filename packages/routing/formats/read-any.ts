import type { Result } from '@jincun/kernel'
import { readJd } from './read-jd.ts'
import { defaultReading } from './read-problem.ts'
import type { ReadingOptions, ReadProblem } from './read-problem.ts'
import { readLiLim, readSolomon } from './read-text-tables.ts'
import { readVroom } from './read-vroom.ts'
import { readVrplib } from './read-vrplib.ts'
import { jsonOf, textOf } from './text-of.ts'
import { wrongInput } from './wrong-input.ts'

/**
 * Reads a routing problem by what is in the file, whatever its name: VROOM's JSON, VRPLIB, Solomon's, Li and Lim's or JD
 * Logistics' text, plain or gzip. One refusal with place and remedy for the first thing wrong.
 */
export function readProblem(bytes: Uint8Array, options: ReadingOptions = defaultReading): Result<ReadProblem> {
  const text = textOf(bytes)
  if (!text.ok) return text
  const start = text.value.trimStart()
  if (start.startsWith('{') || start.startsWith('[')) {
    const document = jsonOf(text.value)
    return document.ok ? readVroom(document.value, options) : document
  }
  if (/^\s*DISTANCETIME_SECTION/m.test(text.value)) return readJd(text.value, options)
  if (/^\s*(DIMENSION|NAME)\s*:/m.test(text.value)) return readVrplib(text.value, options)
  if (/NUMBER\s+CAPACITY/.test(text.value)) return readSolomon(text.value, options)
  if (/^\s*\d+\s+\d+\s+\d+\s*$/.test(start.split('\n')[0] ?? '')) return readLiLim(text.value, options)
  return wrongInput(
    'unknown-format',
    'file',
    'neither VROOM JSON, VRPLIB, Solomon nor Li & Lim text; see docs/how-to/plan-deliveries.md',
    '无法识别文件格式：应为 VROOM JSON、VRPLIB、Solomon 或 Li & Lim 文本',
  )
}
