import type { Refusal } from '@jincun/kernel'

export const noSuchProvince = (code: string): Refusal => ({
  kind: 'not-found',
  code: 'no-such-province',
  message: { zh: `没有代码为${code}的省级行政区。`, en: `No province has the code ${code}.` },
  where: 'provinceCode',
})

export const noList: Refusal = {
  kind: 'not-found',
  code: 'no-ranked-list',
  message: { zh: '本省还没有建立排序名单。', en: 'The province has no ranked list yet.' },
}

export const notSubmitted: Refusal = {
  kind: 'not-found',
  code: 'no-submitted-list',
  message: { zh: '本省排序名单尚未报送，没有可下载的报送材料。', en: 'The list was not submitted, so there is no package to download.' },
}

export const noSource: Refusal = {
  kind: 'not-found',
  code: 'no-such-source',
  message: {
    zh: '所选的评审或名单已不存在，请刷新后重选。',
    en: 'A review or list you chose is not there any more; reload and choose again.',
  },
}
