import { transactionColumns } from './transaction.ts'

const pad = (value: number, width: number): string => String(value).padStart(width, '0')
const months = ['2019-11', '2019-12', '2020-01', '2020-02', '2020-03', '2020-04']
const channels = ['platform', 'livestream', 'social', 'station'] as const
const [buy, sell] = [
  [8, 10, 13, 14, 20, 12],
  [27, 28, 29, 28, 27, 30],
] as const

/**
 * Transactions of a county for the demonstration, as a CSV file: made up by arithmetic, no two runs differ. Grows month by month, dips in February,
 * one order in forty is refunded. One station uses few waybills again and again, so that a signal can be seen.
 */
export function demoTransactions(countyCode: string): string {
  const rows: string[] = []
  let number = 0
  for (const [index, month] of months.entries()) {
    const orders = 40 + 8 * index - (month.endsWith('02') ? 25 : 0)
    for (let order = 0; order < orders; order++) {
      number++
      const up = order % 5 < 2
      const time = `${month}-${pad(1 + ((order * 7) % 27), 2)} ${pad(7 + ((order * 5) % 14), 2)}:${pad((order * 13) % 60, 2)}:${pad((order * 29) % 60, 2)}`
      const cells = [
        `YS${month.replace('-', '')}${pad(order, 4)}`,
        time,
        time,
        up ? 'up' : 'down',
        String((up ? sell : buy)[order % 6]),
        String(1 + (order % 4)),
        `${18 + ((order * 37 + index * 11) % 260)}.${pad((order * 17) % 100, 2)}`,
        up ? countyCode : '330106',
        up ? '310115' : countyCode,
        channels[order % 4] ?? 'other',
        `${countyCode}${pad(1 + (order % 9), 4)}`,
        `YS${pad(order % 9 === 8 ? order % 3 : number, 10)}`,
        `YP${pad(number, 10)}`,
        order > 0 && order % 40 === 0 ? `YS${month.replace('-', '')}0001` : '',
      ]
      rows.push(cells.join(','))
    }
  }
  return `${[transactionColumns.join(','), ...rows].join('\n')}\n`
}
