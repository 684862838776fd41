/** Money: a whole number of 分 (1/100 yuan). Never a floating-point number. */
export type Fen = bigint

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/

/** Reads a decimal text in a unit of 10^scale 分; null when it is not a plain number or is finer than one 分. */
function fenFromText(text: string, scale: number): Fen | null {
  const match = decimal.exec(text.trim().replaceAll(',', ''))
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  if (fraction.slice(scale).replaceAll('0', '') !== '') return null
  const fen = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'))
  return sign === '-' ? -fen : fen
}

/** '1234.56' yuan → 123456n 分; thousands commas allowed; null when unreadable or finer than 1 分. */
export const fenFromYuanText = (text: string): Fen | null => fenFromText(text, 2)

/** '1850' 万元 → 1850000000n 分; null when unreadable or finer than 1 分. */
export const fenFromWanYuanText = (text: string): Fen | null => fenFromText(text, 6)

function format(fen: Fen, scale: number, keep: number): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, -scale).replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = digits.slice(-scale).replace(/0+$/, '').padEnd(keep, '0')
  return `${fen < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}

/** 123456n → '1,234.56'. */
export const formatYuan = (fen: Fen): string => format(fen, 2, 2)

/** 1850000000n → '1,850'; every digit is kept, so 1n → '0.000001'. */
export const formatWanYuan = (fen: Fen): string => format(fen, 6, 0)
