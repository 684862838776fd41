import { request } from '@jincun/ui'
import { phoneStoreOf } from '@jincun/ui/offline'
import type { Kept, KeptRecord, OfflineWork } from '@jincun/ui/offline'
import type { StockTake } from '../../index.ts'
import type { AssetView } from '../asset-view.ts'

export type KeptPhoto = { id: string; name: string; bytes: Blob }

/** A stock-take on this phone until the server has it. */
export type KeptTake = KeptRecord & { county: string; number: string; name: string; take: StockTake; photo: KeptPhoto | null }
export type KeptTakes = Kept<KeptTake>

/** A photo before its record, each under the id it was kept with. */
async function send({ county, take, photo }: KeptTake): Promise<void> {
  if (photo)
    await request('POST', `/api/projects/${county}/stock-photos?id=${photo.id}&name=${encodeURIComponent(photo.name)}`, photo.bytes)
  const { countyCode: _county, ...body } = take
  await request('POST', `/api/projects/${county}/stock-takes`, body)
}

/** Stock is taken where there is no network: kept on the phone, sent once. */
export const stockTakeWork: OfflineWork<AssetView, KeptTake> = {
  store: phoneStoreOf({ database: 'jincun-stock-take', records: 'takes' }),
  lock: 'jincun-stock-take',
  send,
}

/** Loaded beforehand, so that a label is read without a network too. */
export const beforehand = (): Promise<unknown> => import('jsqr')
