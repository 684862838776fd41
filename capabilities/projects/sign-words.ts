import { listFor, PolicyGap } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'

/** What the programme's sign says at projects of a year, as its notice quotes it (6.4b of 2020, 6.3b of 2017). Throws a PolicyGap where nobody wrote it. */
export function signWords(pack: PolicyPack, year: number): string {
  const [words] = listFor(pack, 'sign-words', year)
  if (!words) throw new PolicyGap(`words of the sign for ${year}`, 'policy/lists/sign-words.yaml')
  return words.term.zh
}
