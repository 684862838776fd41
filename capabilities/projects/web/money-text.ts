import { fenFromWanYuanText, fenFromYuanText, formatWanYuan, formatYuan } from '@jincun/kernel'

const plain = (text: string): string => text.trim().replaceAll(',', '')

/** 分 as text from what a person typed in 元, or null when it is no amount; nothing typed is 0. */
export const fenOfYuan = (text: string | undefined): string | null =>
  plain(text ?? '') === '' ? '0' : typed(fenFromYuanText(plain(text ?? '')))

/** The same for 万元. */
export const fenOfWan = (text: string | undefined): string | null =>
  plain(text ?? '') === '' ? '0' : typed(fenFromWanYuanText(plain(text ?? '')))

function typed(fen: bigint | null): string | null {
  return fen === null || fen < 0n ? null : String(fen)
}

/** An amount of 分 as a form shows it for typing over: no separators. */
export const yuanText = (fen: string): string => plain(formatYuan(BigInt(fen)))
export const wanText = (fen: string): string => plain(formatWanYuan(BigInt(fen)))
