import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { extract } from 'tar-stream'
import { backUp } from '#kernel/backup'
import type { Database } from '#kernel/db'

interface Row {
  readonly place: string
  readonly text: string
  /** The transaction that wrote it, when that can be known. */
  readonly transaction: string | null
}
interface Sources {
  readonly rows: readonly Row[]
  readonly people: readonly string[]
}
/** A site under test: its owner's connection, and the address of its database. */
interface Site {
  readonly owner: Pick<Database, 'pool'>
  readonly database: { readonly owner: string }
}
interface Where {
  readonly folder: string
  readonly applicationLog: readonly string[]
  readonly databaseLogs: string | null
}

/** For tests: everything that a site keeps of what happened: its tables, its logs line by line, and a backup of it, unpacked. */
export const sourcesOf = async (site: Site, { folder, applicationLog, databaseLogs }: Where): Promise<Sources> => {
  const { rows: people } = await site.owner.pool.query<{ id: string }>('select id from kernel.person')
  const logs = [...applicationLog, ...(databaseLogs ? linesIn(databaseLogs) : [])]
  return {
    people: people.map(({ id }) => id),
    rows: [
      ...(await tablesOf(site)),
      ...logs.map(text => ({ place: 'log', text, transaction: null })),
      ...(await backupOf(site, join(folder, 'search.yvette'))),
    ],
  }
}

const tablesOf = async (site: Site): Promise<readonly Row[]> => {
  const { rows: tables } = await site.owner.pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const found: Row[] = []
  for (const { name } of tables) {
    const { rows } = await site.owner.pool.query<{ xmin: string; text: string }>(`select t.xmin::text, t::text as text from ${name} t`)
    for (const { xmin, text } of rows) found.push({ place: name, text, transaction: xmin })
  }
  return found
}

const linesIn = (folder: string) => readdirSync(folder).flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n'))

/** Each line of each entry of the archive that `bin/yvette backup` writes. */
const backupOf = async (site: Site, path: string): Promise<readonly Row[]> => {
  await backUp({ ownerUrl: site.database.owner, path, version: 'test', secrets: null })
  const found: Row[] = []
  const tar = extract()
  tar.end(zstdDecompressSync(readFileSync(path)))
  for await (const entry of tar) {
    const parts: Buffer[] = []
    for await (const part of entry as AsyncIterable<Buffer>) parts.push(part) // a tar's entry yields buffers
    const place = `backup ${entry.header.name.replace(/^tables\/|\/\d+\.copy$/g, '')}`
    for (const text of Buffer.concat(parts).toString('utf8').split('\n')) found.push({ place, text, transaction: null })
  }
  rmSync(path)
  return found
}

interface Searched extends Sources {
  /** What names a ballot: its tracking number, its beginning. */
  readonly ballots: readonly string[]
  /** Public halves of codes: what the announcement published, and each ballot shows. */
  readonly halves: readonly string[]
  /** Private codes, which must be nowhere. */
  readonly codes: readonly string[]
}

/** Where something names both a person and a ballot, in one row or one line, or was written by one transaction. */
export const linksIn = ({ rows, people, ballots, halves, codes }: Searched) => {
  const links = new Set<string>()
  const holding = new Set<string>()
  const privateCodes = new Set<string>()
  const transactions = { ballot: new Set<string>(), person: new Set<string>() }
  for (const { place, text, transaction } of rows) {
    const plain = text.replaceAll('""', '"').replaceAll('\\', '')
    const isBallot = ballots.some(one => plain.includes(one)) || (place === 'ballots.board_event' && text.includes(',Ballot,'))
    const namesBallot = isBallot || halves.some(one => plain.includes(one))
    const namesPerson = people.some(id => plain.includes(id))
    if (namesBallot && namesPerson) links.add(place)
    if (namesBallot) holding.add(place)
    if (codes.some(code => plain.includes(code))) privateCodes.add(place)
    if (transaction !== null && namesPerson) transactions.person.add(transaction)
    if (transaction !== null && isBallot) transactions.ballot.add(transaction)
  }
  if ([...transactions.ballot].some(one => transactions.person.has(one))) links.add('one transaction')
  const count = (isOne: (place: string) => boolean) => rows.filter(({ place }) => isOne(place)).length
  return {
    links: [...links].sort(),
    holding: [...holding].sort(),
    privateCodes: [...privateCodes].sort(),
    ballotTransactions: transactions.ballot.size,
    read: { log: count(place => place === 'log'), backup: count(place => place.startsWith('backup ')) },
  }
}
