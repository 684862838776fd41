import type { BusinessDate } from '@jincun/kernel'

/** One part of the text. Numbers of headings (一、 （一） 1. （1）) are set by their level and order. */
export type LetterBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { kind: 'table'; columns: readonly LetterColumn[]; rows: readonly (readonly string[])[] }

export type LetterColumn = {
  title: string
  /** Share of the width among all columns. */
  weight: number
  align?: 'left' | 'center' | 'right'
}

export type Annex = { title: string; blocks: readonly LetterBlock[] /** A page lying on its side, for wide tables. */; landscape?: boolean }

/** 发文字号, e.g. 川商〔2020〕12号; absent while the letter is a draft. */
export type LetterNumber = { issuerCode: string; year: number; serial: number }

export type Letter = {
  /** 'document' has the red head “…文件” and a red rule; 'letter' (信函格式, clause 10.1) has the red double rules. */
  form: 'document' | 'letter'
  /** The issuing bodies, the leading one first. A letter shows only that one in its head. */
  issuers: readonly [string, ...string[]]
  number?: LetterNumber
  urgency?: '特急' | '加急'
  /** 签发人, for documents to a higher body. */
  signer?: string
  /** The title by its lines, each broken where the sense allows. */
  title: readonly string[]
  /** 主送机关. */
  addressees: readonly string[]
  blocks: readonly LetterBlock[]
  date: BusinessDate
  /** 附注, e.g. 联系人：…，电话：…. */
  contact?: string
  /** 抄送机关. */
  copies?: readonly string[]
  /** 印发机关 and 印发日期; a letter has none. */
  printing?: { office: string; date: BusinessDate }
  annexes?: readonly Annex[]
  /** A line at the head of every page, such as “演示文件，不具效力”. */
  mark?: string
}
