const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY' // GB 32100-2015: no I O S V Z

/** The check character of the first 17 characters: weights 3^(i−1) mod 31 (GB 32100-2015). */
function checkCharacter(body: string): string | undefined {
  let sum = 0
  let weight = 1
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31]
}

/**
 * Whether a text is a valid unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters of the alphabet,
 * a six-digit region, and the right check character, which may be any of the 31.
 */
export function isSocialCreditCode(text: string): boolean {
  if (!new RegExp(`^[${alphabet}]{2}\\d{6}[${alphabet}]{10}$`).test(text)) return false
  return checkCharacter(text.slice(0, 17)) === text[17]
}
