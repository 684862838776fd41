import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fullName, searchPlaces, stemOf } from './index.ts'
import { realPlaces } from './testing/factory.ts'

const index = realPlaces()
const names = (text: string, limit = 5): string[] => searchPlaces(index, { text, limit }).map(hit => fullName(index, hit.place.code))

describe('first hits of what people type', () => {
  test.each([
    ['重庆', '重庆市'],
    ['cq', '重庆市'],
    ['chongqing', '重庆市'],
    ['cs', '湖南省 长沙市'],
    ['xm', '福建省 厦门市'],
    ['leshan', '四川省 乐山市'],
    ['luan', '安徽省 六安市'],
    ['五常', '黑龙江省 哈尔滨市 五常市'],
    ['wcs', '黑龙江省 哈尔滨市 五常市'],
    ['230184', '黑龙江省 哈尔滨市 五常市'],
    ['四川 会理', '四川省 凉山彝族自治州 会理县'],
    ['sc huili', '四川省 凉山彝族自治州 会理县'],
    ['三江', '广西壮族自治区 柳州市 三江侗族自治县'],
    ['凉山', '四川省 凉山彝族自治州'],
    ['上饶县', '江西省 上饶市 广信区'],
    ['１１０１０１', '北京市 东城区'],
    ["xi'an", '陕西省 西安市'],
    ['兴和县 城关镇', '内蒙古自治区 乌兰察布市 兴和县 城关镇'],
  ])('%s → %s', (typed, first) => expect(names(typed)[0]).toBe(first))

  test.each(['', '   ', '没有这个地方', 'vvvv', '999999'])('%j finds nothing', typed => expect(names(typed)).toEqual([]))
})

describe('readings of names whose characters have several', () => {
  test.each([
    ['重庆市', 'cqs', 'chong qing shi'],
    ['长子县', 'zzx', 'zhang zi xian'],
    ['歙县', 'sx', 'she xian'],
    ['单县', 'sx', 'shan xian'],
    ['乐清市', 'yqs', 'yue qing shi'],
    ['六合区', 'lhq', 'lu he qu'],
    ['什邡市', 'sfs', 'shi fang shi'],
    ['喀什市', 'kss', 'ka shi shi'],
    ['洪洞县', 'htx', 'hong tong xian'],
    ['都匀市', 'dys', 'du yun shi'],
    ['成都市', 'cds', 'cheng du shi'],
    ['铅山县', 'ysx', 'yan shan xian'],
    ['蔚县', 'yx', 'yu xian'],
    ['珲春市', 'hcs', 'hun chun shi'],
    ['番禺区', 'pyq', 'pan yu qu'],
    ['黄陂区', 'hpq', 'huang pi qu'],
    ['枞阳县', 'zyx', 'zong yang xian'],
    ['亳州市', 'bzs', 'bo zhou shi'],
    ['吐鲁番市', 'tlfs', 'tu lu fan shi'],
  ])('%s is %s', (name, initials, pinyin) => {
    const place = [...index.byCode.values()].find(each => each.name === name)
    expect(place).toMatchObject({ initials, pinyin })
  })
})

test('an old code leads to the successor when only counties in force are wanted', () => {
  const onDate = '2020-12-31'
  const [hit] = searchPlaces(index, { text: '520221', levels: ['county'], onDate })
  expect(hit).toMatchObject({ place: { code: '520204', name: '水城区' }, reason: 'former-code' })
  const [byName] = searchPlaces(index, { text: '水城县', levels: ['county'], onDate })
  expect(byName).toMatchObject({ place: { code: '520204' }, reason: 'former-name' })
  const [before] = searchPlaces(index, { text: '水城', levels: ['county'], onDate: '2020-05-29' })
  expect(before).toMatchObject({ place: { code: '520221', name: '水城县' } })
})

test('development zones come after counties found as closely', () => {
  const hits = searchPlaces(index, { text: 'zjx', levels: ['county'], limit: 5 })
  expect(hits.map(hit => hit.place.name)).toEqual(['紫金县', '中江县', '昭觉县', '织金县', '镇江新区'])
})

test('search keeps to a jurisdiction and to the levels asked for', () => {
  const hits = searchPlaces(index, { text: '鼓楼', within: '320000', levels: ['county'] })
  expect(hits.map(hit => hit.place.code)).toEqual(['320106', '320302'])
})

test('a stem is what is left without the generic ending', () => {
  const cases = [
    '会理县',
    '三江侗族自治县',
    '积石山保安族东乡族撒拉族自治县',
    '伊犁哈萨克自治州',
    '东乡族自治县',
    '内蒙古自治区',
    '沙市区',
    '县',
  ]
  expect(cases.map(stemOf)).toEqual(['会理', '三江', '积石山', '伊犁', '东乡族', '内蒙古', '沙市', '县'])
})

const anyPlace = fc.constantFrom(...[...index.byCode.values()].filter(place => !(place.level === 'prefecture' && place.grouping)))

test('law: every place is found by its code, its name and its initials, and the same query gives the same list', () => {
  fc.assert(
    fc.property(anyPlace, place => {
      const within = { within: `${place.code.slice(0, 2)}0000`, levels: [place.level], limit: Number.POSITIVE_INFINITY }
      for (const text of [place.code, place.name.replace(/[\s,，、/]/g, ''), place.initials]) {
        if (/[^a-z]/.test(place.initials) || /[^\p{Script=Han}]/u.test(place.name)) continue
        const hits = searchPlaces(index, { ...within, text })
        expect(hits.map(hit => hit.place.code)).toContain(place.code)
        expect(searchPlaces(index, { ...within, text })).toEqual(hits)
      }
    }),
    { numRuns: 150 },
  )
})
