/** What a page was last given by the server, for the person who was given it. */
export type KeptSheet<View> = { key: string; personId: string; view: View; keptAt: number }

/** A record on this phone until the server has it; `refused` says in its words why it did not take it. */
export type KeptRecord = { id: string; personId: string; keptAt: number; refused: string | null }

/** Where this phone keeps what it has no network for. */
export type PhoneStore<View, Record extends KeptRecord> = {
  keepSheet(sheet: KeptSheet<View>): Promise<void>
  sheet(key: string): Promise<KeptSheet<View> | null>
  keep(record: Record): Promise<void>
  drop(id: string): Promise<void>
  /** All of this person, oldest first; those of others on the same phone stay theirs. */
  records(personId: string): Promise<Record[]>
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The phone did not keep it'))
  })

type Names = { database: string; records: string }

function open({ database, records }: Names): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('sheets', { keyPath: 'key' })
    request.result.createObjectStore(records, { keyPath: 'id' })
  }
  return answer(request)
}

/** Runs one step and waits until it is on the disk of the phone, not only accepted. */
async function step<T>(names: Names, store: string, mode: IDBTransactionMode, run: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open(names)
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

/**
 * A store in the browser's own database (IndexedDB), one for each kind of work.
 * @param names of the database and of what it keeps; never changed, or what waits on a phone would be lost.
 */
export function phoneStoreOf<View, Record extends KeptRecord>(names: Names): PhoneStore<View, Record> {
  return {
    keepSheet: async sheet => void (await step(names, 'sheets', 'readwrite', objects => objects.put(sheet))),
    sheet: async key => (await step<KeptSheet<View> | undefined>(names, 'sheets', 'readonly', objects => objects.get(key))) ?? null,
    keep: async record => void (await step(names, names.records, 'readwrite', objects => objects.put(record))),
    drop: async id => void (await step(names, names.records, 'readwrite', objects => objects.delete(id))),
    records: async personId =>
      (await step<Record[]>(names, names.records, 'readonly', objects => objects.getAll()))
        .filter(record => record.personId === personId)
        .sort((a, b) => a.keptAt - b.keptAt),
  }
}
