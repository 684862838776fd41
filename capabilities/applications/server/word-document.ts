import { writeLetter } from '@jincun/documents'
import type { Letter } from '@jincun/documents'
import { shanghaiDate } from '@jincun/kernel'
import { findProvince } from '@jincun/places'
import { places } from '@jincun/places/server'
import type { PolicyPack } from '@jincun/policy'
import { applicationBlocks, demoMark } from '../application-document.ts'
import type { Printed } from '../application-document.ts'
import { stateAt, stateLabels } from '../index.ts'

/** The application as an official letter of the county to its province (A.1); one that is not in review says on every page what it is. */
export async function applicationLetter(
  printed: Printed & { countyName: string; realm: string },
  pack: PolicyPack,
  now: Date,
): Promise<Uint8Array> {
  const { application, countyName, realm } = printed
  const state = stateAt(application, pack, now)
  const marks = [
    ...(realm === 'demo' ? [demoMark] : []),
    ...(state === 'draft' || state === 'returned' ? ['草稿，未提交'] : [`申报状态：${stateLabels[state].zh}`]),
  ]
  const letter: Letter = {
    form: 'document',
    issuers: [`${countyName}人民政府`],
    title: [`${countyName}`, `${application.year}年电子商务进农村综合示范申报书`],
    addressees: [`${findProvince(places(), application.countyCode)?.name ?? ''}商务厅`],
    blocks: applicationBlocks(printed, pack),
    date: shanghaiDate(now),
    mark: marks.join('；'),
  }
  return writeLetter(letter)
}
