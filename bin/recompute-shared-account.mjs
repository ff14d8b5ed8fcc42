#!/usr/bin/env node
// Counts again the account of equipment that several communes share, from what they publish, and says whether it agrees to the cent.
//
//   node bin/recompute-shared-account.mjs FILE…        a .json or a .csv of the account page, as downloaded
//
// Any Node from 18 on is enough. It imports nothing of Yvette: it is meant to be read, copied, and run by whoever pays a share.
// Exit status: 0 everything agrees, 1 something differs, 2 a file cannot be read.
//
// The rule (CGCT, article D5211-16, by analogy). For each item:
//   1. its cost is the sum of its lines; the key, in thousandths, cuts it into a part by use, one by population and one in equal parts;
//   2. by use: in proportion to the units that the inspections found. Nobody used it: by population. Nobody lives there: in equal parts;
//   3. every division rounds down, then gives the cents left, one each, to the largest remainders; on equal remainders, to the first in the
//      order use, population, equal for 1., and in the order of the short names of communes for 2.
// A commune owes its shares to whoever keeps each item, with damages and corrections; each pair of communes settles once; what was called
// during the year is then taken off.
import { readFileSync } from 'node:fs'

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('Usage: node bin/recompute-shared-account.mjs FILE…   (.json or .csv)')
  process.exit(2)
}
let status = 0
for (const file of files) {
  let account
  try {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
    account = text.trimStart().startsWith('{') ? fromJson(JSON.parse(text)) : fromTable(text)
  } catch (error) {
    console.error(`${file}: cannot be read: ${error.message}`)
    status = 2
    continue
  }
  const expected = count(account)
  const differences = compare(account.said, expected)
  if (differences.length === 0) console.log(`${file}: ${account.title}: ${expected.size} figures agree, to the cent.`)
  else {
    for (const line of differences) console.log(`${file}: ${line}`)
    console.log(`${file}: ${account.title}: ${differences.length} of ${expected.size} figures differ.`)
    status = Math.max(status, 1)
  }
}
process.exit(status)

/** Largest remainders. Null when nothing weighs. */
function divide(total, weights) {
  const sum = weights.reduce((all, one) => all + one, 0n)
  if (sum === 0n) return null
  const isNegative = total < 0n
  const whole = isNegative ? -total : total
  const parts = weights.map(weight => (whole * weight) / sum)
  let left = whole - parts.reduce((all, one) => all + one, 0n)
  while (left > 0n) {
    let best = -1
    for (let at = 0; at < weights.length; at += 1) {
      const rest = whole * weights[at] - ((whole * weights[at]) / sum) * sum
      if (parts[at] > (whole * weights[at]) / sum) continue // has had its cent
      const most = best < 0 ? -1n : whole * weights[best] - ((whole * weights[best]) / sum) * sum
      if (rest > most) best = at
    }
    parts[best] += 1n
    left -= 1n
  }
  return isNegative ? parts.map(part => -part) : parts
}

/** Every figure that follows from the facts, by its name. */
function count({ members, items, damages, corrections, called }) {
  const names = Object.keys(members).sort()
  const people = names.map(name => members[name])
  const alike = names.map(() => 1n)
  const figures = new Map()
  const totals = Object.fromEntries(names.map(name => [name, { share: 0n, spent: 0n, damages: 0n, corrections: 0n }]))
  const debts = new Map() // 'a>b' with a before b: what a owes b
  const owe = (from, to, cents) => {
    if (from === to) return
    const [pair, signed] = from < to ? [`${from}>${to}`, cents] : [`${to}>${from}`, -cents]
    debts.set(pair, (debts.get(pair) ?? 0n) + signed)
  }
  for (const [id, item] of Object.entries(items)) {
    if (!names.includes(item.owner)) throw new Error(`the owner of item ${id} is not a member`)
    const cost = item.costs.reduce((all, one) => all + one, 0n)
    const key = divide(cost, [item.key.use, item.key.population, item.key.equal])
    if (!key) throw new Error(`item ${id} has no key`)
    const used = names.map(name => item.uses.filter(one => one.member === name).reduce((all, one) => all + one.units, 0n))
    const byUse = divide(key[0], used) ?? divide(key[0], people) ?? divide(key[0], alike)
    const byPopulation = divide(key[1], people) ?? divide(key[1], alike)
    const equally = divide(key[2], alike)
    names.forEach((name, at) => {
      const share = byUse[at] + byPopulation[at] + equally[at]
      figures.set(`share of ${name} in item ${id}`, share)
      totals[name].share += share
      owe(name, item.owner, share)
    })
    totals[item.owner].spent += cost
  }
  for (const [lines, what] of [
    [damages, 'damages'],
    [corrections, 'corrections'],
  ])
    for (const { owner, member, cents } of lines) {
      totals[member][what] += cents
      totals[owner][what] -= cents
      owe(member, owner, cents)
    }
  for (const name of names) {
    const one = totals[name]
    for (const what of ['share', 'spent', 'damages', 'corrections']) figures.set(`${what} of ${name}`, one[what])
    figures.set(`balance of ${name}`, one.share - one.spent + one.damages + one.corrections)
  }
  const settle = what => {
    for (const [pair, cents] of debts) {
      const [first, second] = pair.split('>')
      if (cents > 0n) figures.set(`${what} from ${first} to ${second}`, cents)
      if (cents < 0n) figures.set(`${what} from ${second} to ${first}`, -cents)
    }
  }
  settle('transfer')
  for (const { from, to, cents } of called) owe(from, to, -cents)
  settle('left')
  return figures
}

function compare(said, expected) {
  const differences = []
  for (const [name, value] of expected)
    if (said.get(name) !== value) differences.push(`${name}: published ${said.get(name) ?? 'nothing'}, counted ${value}`)
  for (const [name, value] of said) if (!expected.has(name)) differences.push(`${name}: published ${value}, counted nothing`)
  return differences
}

function fromJson(given) {
  if (given.format !== 'yvette-shared-account/1') throw new Error('not an account of shared equipment')
  const said = new Map()
  for (const item of given.results.items)
    for (const one of item.shares) {
      said.set(`share of ${one.member} in item ${item.id}`, whole(one.cents))
      if (one.use + one.population + one.equal !== one.cents)
        said.set(`sum of the parts of ${one.member} in item ${item.id}`, whole(one.cents))
    }
  for (const one of given.results.members)
    for (const what of ['share', 'spent', 'damages', 'corrections', 'balance']) said.set(`${what} of ${one.member}`, whole(one[what]))
  for (const what of ['transfers', 'left'])
    for (const one of given.results[what])
      said.set(`${what === 'left' ? 'left' : 'transfer'} from ${one.from} to ${one.to}`, whole(one.cents))
  return {
    title: `${given.agreement.title}, ${given.year} (${given.kind}, edition ${given.edition})`,
    members: Object.fromEntries(given.members.map(one => [one.id, whole(one.population)])),
    items: Object.fromEntries(
      given.items.map(item => [
        item.id,
        {
          owner: item.owner,
          key: { use: whole(item.key.use), population: whole(item.key.population), equal: whole(item.key.equal) },
          costs: item.costs.map(one => whole(one.cents)),
          uses: item.uses.map(one => ({ member: one.member, units: whole(one.units) })),
        },
      ]),
    ),
    damages: given.damages.map(one => ({ ...one, cents: whole(one.cents) })),
    corrections: given.corrections.map(one => ({ ...one, cents: whole(one.cents) })),
    called: given.called.map(one => ({ ...one, cents: whole(one.cents) })),
    said,
  }
}

function fromTable(text) {
  const [head, ...lines] = records(text)
  const rows = lines.map(cells => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])))
  const only = record => rows.filter(row => row.record === record)
  const [format] = only('format')
  if (format?.id !== 'yvette-shared-account/1') throw new Error('not an account of shared equipment')
  const said = new Map()
  for (const row of only('share')) said.set(`share of ${row.member} in item ${row.item}`, whole(row.value))
  for (const row of only('total')) said.set(`${row.id} of ${row.member}`, whole(row.value))
  for (const what of ['transfer', 'left'])
    for (const row of only(what)) said.set(`${what} from ${row.member} to ${row.owner}`, whole(row.value))
  const between = record => only(record).map(row => ({ owner: row.owner, member: row.member, cents: whole(row.value) }))
  return {
    title: `${format.label}, ${format.day} (${format.unit}, edition ${format.value})`,
    members: Object.fromEntries(only('member').map(row => [row.id, whole(row.value)])),
    items: Object.fromEntries(
      only('item').map(item => {
        const of = record => only(record).filter(row => row.item === item.id)
        return [
          item.id,
          {
            owner: item.owner,
            key: Object.fromEntries(of('key').map(row => [row.id, whole(row.value)])),
            costs: of('cost').map(row => whole(row.value)),
            uses: of('use').map(row => ({ member: row.member, units: whole(row.value) })),
          },
        ]
      }),
    ),
    damages: between('damage'),
    corrections: between('correction'),
    called: only('called').map(row => ({ from: row.member, to: row.owner, cents: whole(row.value) })),
    said,
  }
}

/** Whole numbers only: cents, units, people, thousandths. */
function whole(value) {
  if (!/^-?\d{1,15}$/.test(String(value))) throw new Error(`not a whole number: ${value}`)
  return BigInt(value)
}

/** RFC 4180. */
function records(text) {
  const lines = []
  let cells = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[(at += 1)]
      else isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === ',') [cells, cell] = [[...cells, cell], '']
    else if (sign === '\n') {
      lines.push([...cells, cell.replace(/\r$/, '')])
      ;[cells, cell] = [[], '']
    } else cell += sign
  }
  if (cell !== '' || cells.length > 0) lines.push([...cells, cell])
  return lines
}
