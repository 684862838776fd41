import { formatShanghai } from '@jincun/kernel'

/** '2020-05-29 17:30' in Asia/Shanghai, whatever clock zone the reader's machine has; '' when unreadable. */
export function formatInstant(iso: string): string {
  const instant = new Date(iso)
  return Number.isNaN(instant.getTime()) ? '' : formatShanghai(instant).slice(0, 16)
}

/** 1234567 → '1,234,567'; decimal texts keep every digit they came with. */
export function formatNumber(value: number | bigint | string): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** A decimal text of yuan as 万元 with every digit kept: '18500000.00' → '1,850'. */
export { formatWanYuan, formatYuan } from '@jincun/kernel'
