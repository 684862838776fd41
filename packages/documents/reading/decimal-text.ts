/**
 * The number as Excel shows it: at most 15 significant digits, without exponent.
 * Excel stores 1.1 as 1.1000000000000001 and 0.1+0.2 as 0.30000000000000004; the 16th and 17th digits are never the writer's.
 */
export function decimalText(number: number): string {
  const [mantissa = '', exponent = '0'] = number.toExponential(14).split('e')
  const negative = mantissa.startsWith('-')
  const digits = mantissa.replace(/[-.]/g, '')
  const point = 1 + Number(exponent)
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0')
  const fraction = (point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point)).replace(/0+$/, '')
  const text = fraction ? `${whole}.${fraction}` : whole
  return negative && /[1-9]/.test(text) ? `-${text}` : text
}

/** A plain decimal, thousands commas only where they belong: '-1,850.5' → '-1850.5', '007.50' → '7.5'; null otherwise. */
export function parseDecimal(text: string): string | null {
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return null
  const whole = (match[2] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '')
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  const value = fraction ? `${whole}.${fraction}` : whole
  return match[1] === '-' && /[1-9]/.test(value) ? `-${value}` : value
}
