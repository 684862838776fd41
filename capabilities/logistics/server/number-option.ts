import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { wrongFile } from '../wrong-file.ts'

type Values = Readonly<Record<string, string | boolean | undefined>>

/** A number given on the command line, within bounds; `fallback` when it is not given. */
export function numberOption(
  values: Values,
  name: string,
  fallback: number,
  { min, max, whole = false }: { min: number; max: number; whole?: boolean },
): Result<number> {
  const given = values[name]
  if (given === undefined) return accept(fallback)
  const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : Number.NaN
  const fits = value >= min && value <= max && (!whole || Number.isInteger(value))
  const kind = whole ? 'a whole number' : 'a number'
  return fits
    ? accept(value)
    : wrongFile(
        'wrong-option',
        `--${name}`,
        `should be ${kind} from ${min} to ${max}, not '${String(given)}'`,
        `应为 ${min}–${max} 之间的${whole ? '整数' : '数'}`,
      )
}

/** One of several words. */
export function wordOption<Word extends string>(values: Values, name: string, words: readonly [Word, ...Word[]]): Result<Word> {
  const given = values[name]
  if (given === undefined) return accept(words[0])
  const word = words.find(each => each === given)
  return word
    ? accept(word)
    : wrongFile(
        'wrong-option',
        `--${name}`,
        `should be one of ${words.join(', ')}, not '${String(given)}'`,
        `应为 ${words.join('、')} 之一`,
      )
}

/** The file a command is about. */
export const fileOption = (positionals: readonly string[], index: number, what: string): Result<string> => {
  const path = positionals[index]
  return path ? accept(path) : wrongFile('no-file', what, `name the ${what} file`, `请给出${what}文件`)
}
