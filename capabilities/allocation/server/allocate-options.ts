import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { methodWords, readWeights } from '../index.ts'
import type { AllocationOptions, ApportionmentMethod } from '../index.ts'

export type Values = Readonly<Record<string, string | boolean | undefined>>

export const wrong = (code: string, zh: string, en: string): { ok: false; reason: Refusal } =>
  refuse({ kind: 'invalid', code, message: { zh, en } })

/** A whole number given as an option, or a refusal that names the option. */
function wholeNumber(values: Values, name: string, example: string): Result<number | null> {
  const text = values[name]
  if (text === undefined) return accept(null)
  if (typeof text === 'string' && /^\d{1,9}$/.test(text)) return accept(Number(text))
  return wrong(
    'bad-number',
    `--${name} 应为整数，例如 --${name} ${example}。`,
    `--${name} takes a whole number, e.g. --${name} ${example}.`,
  )
}

const needed = (name: string, example: string) =>
  wrong('option-missing', `缺少 --${name}，例如 --${name} ${example}。`, `--${name} is missing, e.g. --${name} ${example}.`)

function methodOf(text: string | boolean | undefined): Result<ApportionmentMethod | null> {
  if (text === undefined) return accept(null)
  const method = (Object.keys(methodWords) as ApportionmentMethod[]).find(name => name === text)
  if (method) return accept(method)
  const known = Object.keys(methodWords).join(', ')
  return wrong(
    'unknown-method',
    `没有取整方法“${String(text)}”，可用的是 ${known}。`,
    `There is no method "${String(text)}"; use one of ${known}.`,
  )
}

/** Weights from a JSON file; the file is read as text so that decimals stay exact. */
async function weightsFrom(
  path: string | boolean | undefined,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<Result<AllocationOptions['weights'] | null>> {
  if (typeof path !== 'string') return accept(null)
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError)
      return wrong('weights-not-json', `${path} 不是有效的 JSON。`, `${path} is not valid JSON.`)
    throw error
  }
  return readWeights(parsed)
}

/** Missing treatments: --missing evaluation-score=mean,disbursement-rate=zero. */
function missingFrom(text: string | boolean | undefined): Result<NonNullable<AllocationOptions['missing']> | null> {
  if (typeof text !== 'string') return accept(null)
  const treatments = ['reweight', 'zero', 'mean', 'refuse'] as const
  const chosen: Record<string, (typeof treatments)[number]> = {}
  for (const part of text.split(',')) {
    const [id = '', treatment] = part.split('=')
    const known = treatments.find(name => name === treatment)
    if (!known)
      return wrong(
        'unknown-treatment',
        `--missing 应写成 因素=reweight|zero|mean|refuse，“${part}”不是。`,
        `--missing takes factor=reweight|zero|mean|refuse; "${part}" is not that.`,
      )
    chosen[id] = known
  }
  return accept(chosen)
}

type Parts = Record<string, Result<unknown>>
type Together<P extends Parts> = { [Name in keyof P]: P[Name] extends Result<infer Value> ? Value : never }

/** All values, or the first refusal among the parts in the order they are written. */
function together<P extends Parts>(parts: P): Result<Together<P>> {
  const values: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(parts)) {
    if (!part.ok) return part
    values[name] = part.value
  }
  // Each name now holds the value of the part it came from; the compiler cannot follow that through the loop.
  return accept(values as Together<P>)
}

const given = (values: Values, name: string, example: string): Result<string> => {
  const text = values[name]
  return typeof text === 'string' ? accept(text) : needed(name, example)
}

const presentNumber = (values: Values, name: string, example: string): Result<number> => {
  const number = wholeNumber(values, name, example)
  if (!number.ok) return number
  return number.value === null ? needed(name, example) : accept(number.value)
}

export type AllocateOptions = { year: number; inputs: string; options: AllocationOptions }

/** Reads the options of `jincun allocate`; answers the first that is wrong, naming it and how to write it. */
export async function readAllocateOptions(
  values: Values,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<Result<AllocateOptions>> {
  const parts = together({
    year: presentNumber(values, 'year', '2020'),
    total: presentNumber(values, 'quota', '250'),
    inputs: given(values, 'inputs', 'province-inputs.csv'),
    method: methodOf(values.method),
    floor: wholeNumber(values, 'floor', '1'),
    cap: wholeNumber(values, 'cap', '20'),
    missing: missingFrom(values.missing),
  })
  if (!parts.ok) return parts
  const weights = await weightsFrom(values.weights, readFile)
  if (!weights.ok) return weights
  const { year, inputs, total, method, floor, cap, missing } = parts.value
  const options: AllocationOptions = {
    total,
    ...(method ? { method } : {}),
    ...(weights.value ? { weights: weights.value } : {}),
    ...(missing ? { missing } : {}),
    ...(floor === null ? {} : { floor }),
    ...(cap === null ? {} : { cap }),
  }
  return accept({ year, inputs, options })
}
