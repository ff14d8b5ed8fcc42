import type { Published } from './published.ts'

export const tableColumns = ['record', 'id', 'item', 'owner', 'member', 'label', 'day', 'unit', 'value'] as const
export type TableRow = Readonly<Record<(typeof tableColumns)[number], string>>

const row = (record: string, given: Partial<Record<(typeof tableColumns)[number], string | number>>): TableRow =>
  ({
    record,
    ...Object.fromEntries(tableColumns.slice(1).map(name => [name, String(given[name] ?? '')])),
  }) as TableRow // every column but the first, by its name

/** The whole published account as one table, each figure on its line: for a spreadsheet, or for the script that counts again. */
export const accountTable = (published: Published): readonly TableRow[] => [
  row('format', {
    id: published.format,
    label: published.agreement.title,
    day: published.year,
    value: published.edition,
    unit: published.kind,
  }),
  ...published.members.map(one =>
    row('member', {
      id: one.id,
      label: `${one.name} (${one.populationSource})`,
      day: one.populationOn,
      unit: 'people',
      value: one.population,
    }),
  ),
  ...published.items.flatMap(item => [
    row('item', { id: item.id, owner: item.owner, label: item.name, unit: item.unit }),
    ...(['use', 'population', 'equal'] as const).map(part =>
      row('key', { id: part, item: item.id, unit: 'permille', value: item.key[part] }),
    ),
    ...item.costs.map(one =>
      row('cost', { id: one.id, item: item.id, label: `${one.category} : ${one.label}`, day: one.on, unit: 'cents', value: one.cents }),
    ),
    ...item.uses.map(one =>
      row('use', { id: one.loan, item: item.id, member: one.member, day: one.to.slice(0, 10), unit: item.unit, value: one.units }),
    ),
  ]),
  ...published.damages.map(one =>
    row('damage', { id: one.id, item: one.item, owner: one.owner, member: one.member, label: one.reason, unit: 'cents', value: one.cents }),
  ),
  ...published.corrections.map(one =>
    row('correction', {
      id: one.id,
      owner: one.owner,
      member: one.member,
      label: one.reason,
      day: one.about,
      unit: 'cents',
      value: one.cents,
    }),
  ),
  ...published.called.map(one => row('called', { owner: one.to, member: one.from, unit: 'cents', value: one.cents })),
  ...published.results.items.flatMap(item =>
    item.shares.map(one => row('share', { item: item.id, member: one.member, unit: 'cents', value: one.cents })),
  ),
  ...published.results.members.flatMap(one =>
    (['share', 'spent', 'damages', 'corrections', 'balance'] as const).map(id =>
      row('total', { id, member: one.member, unit: 'cents', value: one[id] }),
    ),
  ),
  ...published.results.transfers.map(one => row('transfer', { owner: one.to, member: one.from, unit: 'cents', value: one.cents })),
  ...published.results.left.map(one => row('left', { owner: one.to, member: one.from, unit: 'cents', value: one.cents })),
]
