import { asJson, canonicalJson } from './canonical-json.ts'
import { accept, refuse } from './result.ts'
import type { Refusal, Result } from './result.ts'

/** The same id, another order. */
export const idUsed: Refusal = {
  kind: 'conflict',
  code: 'id-used-for-another-order',
  message: {
    zh: '这个编号已用于另一次操作，请刷新后重试。',
    en: 'This id was used for another order; reload and try again.',
  },
}

/** Whether two values say the same, whatever the order of their keys. */
export const sameContent = (a: unknown, b: unknown): boolean => canonicalJson(asJson(a)) === canonicalJson(asJson(b))

/**
 * The answer to an order under an id that is known: ids are the caller's, so that sending twice is harmless. The same content gets the
 * first time's answer, other content a conflict.
 * @param kept what the id stands for; `asked` what is asked under it now: every field that makes the order
 */
export const answerRepeated = <T>(answer: T, kept: unknown, asked: unknown): Result<T> =>
  sameContent(kept, asked) ? accept(answer) : refuse(idUsed)
