import { customPinyin, pinyin } from 'pinyin-pro'

/**
 * Readings that are right in place names and wrong, or only second, in a general dictionary. Each is the reading used
 * on the place itself (地名普通话读音); every name of a county was looked through by its many-reading characters.
 */
const placeNameReadings: Readonly<Record<string, string>> = {
  都: 'dū',
  什: 'shí',
  歙县: 'shè xiàn',
  单县: 'shàn xiàn',
  乐亭: 'lào tíng',
  乐陵: 'lào líng',
  乐清: 'yuè qīng',
  民乐: 'mín lè',
  蔚县: 'yù xiàn',
  繁峙: 'fán shì',
  洪洞: 'hóng tóng',
  大厂: 'dà chǎng',
  大城: 'dài chéng',
  调兵山: 'diào bīng shān',
  闵行: 'mǐn háng',
  六合: 'lù hé',
  六安: 'lù ān',
  涡阳: 'guō yáng',
  泌阳: 'bì yáng',
  浚县: 'xùn xiàn',
  召陵: 'shào líng',
  黄陂: 'huáng pí',
  曾都: 'zēng dū',
  大埔: 'dà bù',
  筠连: 'jūn lián',
  吴堡: 'wú bǔ',
  宕昌: 'tàn chāng',
  尉犁: 'yù lí',
  珲春: 'hún chūn',
  犍为: 'qián wéi',
  荥经: 'yíng jīng',
  铅山: 'yán shān',
  浒墅: 'xǔ shù',
  甪直: 'lù zhí',
}
customPinyin({ ...placeNameReadings })

export type Reading = { pinyin: string; initials: string }

/** '重庆市' → { pinyin: 'chong qing shi', initials: 'cqs' }: one syllable a character, without tones. */
export function readingOf(name: string): Reading {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true }).map(syllable => syllable.toLowerCase())
  return { pinyin: syllables.join(' '), initials: syllables.map(syllable => syllable.slice(0, 1)).join('') }
}
