import type { StockTake } from '../../index.ts'
import type { AssetView } from '../asset-view.ts'

/** The cards of a county as they were fetched, for the person who fetched them. */
export type KeptSheet = { key: string; county: string; personId: string; view: AssetView; keptAt: number }
export type KeptPhoto = { id: string; name: string; bytes: Blob }
/** A stock-take on this phone until the server has it; `refused` says in its words why it did not take it. */
export type KeptTake = {
  id: string
  county: string
  personId: string
  number: string
  name: string
  take: StockTake
  photo: KeptPhoto | null
  keptAt: number
  refused: string | null
}

/** Where this phone keeps what it has no network for. */
export type PhoneStore = {
  keepSheet(sheet: KeptSheet): Promise<void>
  sheet(county: string, personId: string): Promise<KeptSheet | null>
  keepTake(take: KeptTake): Promise<void>
  dropTake(id: string): Promise<void>
  /** All of this person, oldest first; those of others on the same phone stay theirs. */
  takes(personId: string): Promise<KeptTake[]>
}

export const sheetKey = (county: string, personId: string): string => `${personId} ${county}`

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The phone did not keep it'))
  })

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('jincun-stock-take', 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('sheets', { keyPath: 'key' })
    request.result.createObjectStore('takes', { keyPath: 'id' })
  }
  return answer(request)
}

/** Runs one step and waits until it is on the disk of the phone, not only accepted. */
async function step<T>(store: 'sheets' | 'takes', mode: IDBTransactionMode, run: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    const transaction = database.transaction(store, mode, { durability: 'strict' })
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('The phone did not keep it'))
    })
    const result = await answer(run(transaction.objectStore(store)))
    await done
    return result
  } finally {
    database.close()
  }
}

/** The store in the browser's own database (IndexedDB). */
export const phoneStore: PhoneStore = {
  keepSheet: async sheet => void (await step('sheets', 'readwrite', objects => objects.put(sheet))),
  sheet: async (county, personId) =>
    (await step<KeptSheet | undefined>('sheets', 'readonly', objects => objects.get(sheetKey(county, personId)))) ?? null,
  keepTake: async take => void (await step('takes', 'readwrite', objects => objects.put(take))),
  dropTake: async id => void (await step('takes', 'readwrite', objects => objects.delete(id))),
  takes: async personId =>
    (await step<KeptTake[]>('takes', 'readonly', objects => objects.getAll()))
      .filter(take => take.personId === personId)
      .sort((a, b) => a.keptAt - b.keptAt),
}
