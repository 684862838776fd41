import type { Place } from './place.ts'

const generic = /(?:特别行政区|自治[区州县旗]|行政委员会|地区|街道|苏木|[省市县区旗镇乡盟])$/

const peoples =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|各'
const autonomousPeoples = new RegExp(`(?:(?:${peoples})族|(?<!内)蒙古|哈萨克|柯尔克孜|锡伯|塔吉克|维吾尔)+$`)

/** 会理县 → 会理, 三江侗族自治县 → 三江: what people type. A name that is nothing but its ending stays whole. */
export function stemOf(name: string): string {
  const bare = name.replace(generic, '') || name
  return (name.includes('自治') && bare.replace(autonomousPeoples, '')) || bare
}

/** What a place is found by, worked out once. Readings are joined: 'chongqingshi', 'chongqing', 'cqs', 'cq'. */
export type SearchKeys = {
  place: Place
  stem: string
  formerNames: readonly string[]
  pinyin: string
  stemPinyin: string
  stemInitials: string
}

export function searchKeysOf(place: Place): SearchKeys {
  const stem = stemOf(place.name)
  const syllables = place.pinyin.split(' ').slice(0, [...stem].length)
  return {
    place,
    stem,
    formerNames: place.level === 'county' ? place.formerNames : [],
    pinyin: place.pinyin.replaceAll(' ', ''),
    stemPinyin: syllables.join(''),
    stemInitials: syllables.map(syllable => syllable.charAt(0)).join(''),
  }
}
