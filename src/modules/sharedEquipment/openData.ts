import type { OpenDataSet } from '#kernel/service'
import { accountNow, statementsOf } from './queries/accounts.ts'
import { agreementsOf, bodyNames } from './queries/conventions.ts'
import { itemsOf } from './queries/items.ts'
import { accountTable, tableColumns } from './rules/accountTable.ts'
import type { Here } from './schema.ts'

const text = (fr: string, en: string) => ({ fr, en, type: 'text' as const })
const meaning: Readonly<Record<(typeof tableColumns)[number], readonly [string, string]>> = {
  record: [
    'Nature de la ligne : commune, objet, clé, dépense, usage, part, solde, versement…',
    'What the line is: member, item, key, cost, use, share, total, transfer…',
  ],
  id: ['Numéro, ou nom de la ligne', 'Number, or name of the line'],
  item: ['Numéro de l’objet', 'Number of the item'],
  owner: ['Commune qui garde l’objet, ou qui reçoit', 'Commune that keeps the item, or receives'],
  member: ['Commune concernée, ou qui verse', 'Commune concerned, or that pays'],
  label: ['Libellé', 'Label'],
  day: ['Jour, ou année', 'Day, or year'],
  unit: ['Unité de la valeur', 'Unit of the value'],
  value: ['Valeur, en nombre entier', 'Value, a whole number'],
}

const columnOf = (name: (typeof tableColumns)[number]) => {
  const [fr, en] = meaning[name]
  return name === 'value' ? { fr, en, type: 'integer' as const } : text(fr, en)
}

/** What is lent, and the account of each year as anybody can count it again. No name of a person is in them. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'materiel-partage',
    title: { fr: 'Matériel partagé entre communes', en: 'Equipment shared between communes' },
    columns: {
      numero: text('Numéro', 'Number'),
      nom: text('Nom', 'Name'),
      genre: text('Genre', 'Kind'),
      commune: text('Commune qui le garde', 'Commune that keeps it'),
      lieu: text('Où il se trouve', 'Where it is'),
      unite: text('Unité dans laquelle l’usage se compte', 'Unit in which use is counted'),
      places: { fr: 'Places, conducteur compris', en: 'Seats, the driver’s included', type: 'integer' },
      permis: text('Permis demandé', 'Licence asked for'),
    },
    rows: async (world: Here) => {
      const names = await bodyNames(world)
      return (await itemsOf(world)).map(one => ({
        numero: one.id,
        nom: one.name,
        genre: one.kind,
        commune: names.get(one.body) ?? '',
        lieu: one.place,
        unite: one.unit,
        places: one.seats,
        permis: one.licence,
      }))
    },
  },
  {
    id: 'materiel-partage-comptes',
    title: {
      fr: 'Comptes du matériel partagé : chaque chiffre, année par année',
      en: 'Accounts of shared equipment: every figure, year by year',
    },
    columns: {
      convention: text('Numéro de la convention', 'Number of the agreement'),
      annee: { fr: 'Année du compte', en: 'Year of the account', type: 'integer' },
      ...(Object.fromEntries(tableColumns.map(name => [name, columnOf(name)])) as Record<string, ReturnType<typeof columnOf>>), // one entry a column
    },
    rows: async (world: Here) => {
      const rows: Record<string, unknown>[] = []
      for (const agreement of await agreementsOf(world)) {
        const statements = (await statementsOf(world, agreement.id)).filter(one => one.kind === 'account')
        const years = [...new Set([...statements.map(one => one.year), Number(world.today.slice(0, 4))])].toSorted((a, b) => a - b)
        for (const year of years) {
          const published =
            statements.find(one => one.year === year)?.published ?? (await accountNow(world, agreement, year, 'account'))?.published
          for (const row of published ? accountTable(published) : []) rows.push({ convention: agreement.id, annee: year, ...row })
        }
      }
      return rows
    },
  },
]
