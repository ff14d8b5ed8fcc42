import { CrossTable } from './crossTable.tsx'

const cell = (count: number, base: number) => ({ count, share: count / base })
const masked = { count: null, share: null }

export const examples = {
  'par âge': () => (
    <CrossTable
      title="Faut-il ouvrir la bibliothèque le dimanche ? Selon l’âge"
      threshold={5}
      columns={[
        { label: '15 à 29 ans', base: 38 },
        { label: '30 à 44 ans', base: 91 },
        { label: '45 à 59 ans', base: 104 },
        { label: '60 à 74 ans', base: 71 },
        { label: '75 ans et plus', base: 26 },
      ]}
      rows={[
        { label: 'Oui, toute l’année', cells: [cell(29, 38), cell(61, 91), cell(52, 104), cell(27, 71), cell(9, 26)] },
        { label: 'Oui, pendant les vacances seulement', cells: [masked, cell(22, 91), cell(34, 104), cell(24, 71), masked] },
        { label: 'Non', cells: [masked, cell(8, 91), cell(18, 104), cell(20, 71), masked] },
      ]}
    />
  ),
}
