import type { Act, Deed, Square } from '../rules/square.ts'

/** A market day as this telephone knows it. */
export interface Known {
  readonly day: string
  readonly square: Square
  readonly book: string
  /** The last number given to an act here; the next one follows. */
  readonly last: number
}
interface Waiting {
  readonly uid: string
  readonly day: string
  readonly act: Act
}

const request = <Result>(asked: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('store'))
  })
const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('store'))
  })

const open = (): Promise<IDBDatabase> => {
  const asked = indexedDB.open('yvette-marche', 1)
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('device')
    asked.result.createObjectStore('day', { keyPath: 'day' })
    asked.result.createObjectStore('outbox', { keyPath: 'uid' }).createIndex('day', 'day')
  }
  return request(asked)
}

/** What this telephone keeps: days, and what has not left yet. Everything is written before the screen says so. */
export const openStore = async () => {
  const db = await open()
  const outbox = async (day: string): Promise<readonly Act[]> => {
    const rows: readonly Waiting[] = await request(db.transaction('outbox').objectStore('outbox').index('day').getAll(day))
    return rows.map(row => row.act).toSorted((a, b) => a.sequence - b.sequence)
  }
  return {
    outbox,
    /** The name of this telephone, made once. */
    async device(): Promise<string> {
      const transaction = db.transaction('device', 'readwrite')
      const store = transaction.objectStore('device')
      const known: string | undefined = await request(store.get('key'))
      if (known) return known
      const made = crypto.randomUUID()
      store.put(made, 'key')
      await ended(transaction)
      return made
    },
    known: (day: string): Promise<Known | undefined> => request(db.transaction('day').objectStore('day').get(day)),
    /** Numbers what was done, and keeps it: two windows of one telephone never give the same number. */
    async add(day: string, deeds: readonly Deed[], at: string): Promise<void> {
      const transaction = db.transaction(['day', 'outbox'], 'readwrite')
      const known: Known | undefined = await request(transaction.objectStore('day').get(day))
      if (!known) throw new Error('This day was never loaded.')
      let last = known.last
      for (const deed of deeds) {
        last += 1
        const act: Act = { ...deed, uid: crypto.randomUUID(), sequence: last, at }
        transaction.objectStore('outbox').put({ uid: act.uid, day, act })
      }
      transaction.objectStore('day').put({ ...known, last })
      await ended(transaction)
    },
    /** What the town hall answered: the day as it is there, and the acts that it has. */
    async received(
      day: string,
      answer: { readonly square: Square; readonly book: string; readonly last: number; readonly kept: readonly string[] },
    ) {
      const transaction = db.transaction(['day', 'outbox'], 'readwrite')
      const store = transaction.objectStore('day')
      const known: Known | undefined = await request(store.get(day))
      store.put({ day, square: answer.square, book: answer.book, last: Math.max(known?.last ?? 0, answer.last) })
      for (const uid of answer.kept) transaction.objectStore('outbox').delete(uid)
      await ended(transaction)
    },
    /** Days gone by, once everything has left: names do not stay on the telephone. */
    async forgetBefore(on: string): Promise<void> {
      const days: readonly Known[] = await request(db.transaction('day').objectStore('day').getAll())
      for (const one of days.filter(each => each.square.on < on)) {
        if ((await outbox(one.day)).length > 0) continue
        await request(db.transaction('day', 'readwrite').objectStore('day').delete(one.day))
      }
    },
  }
}
export type Store = Awaited<ReturnType<typeof openStore>>
