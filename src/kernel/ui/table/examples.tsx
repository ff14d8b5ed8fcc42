import { Table } from './table.tsx'

export const examples = {
  tarifs: () => (
    <Table
      caption="Tarifs de la salle polyvalente"
      head={['Qui', 'Journée', 'Week-end', 'Caution']}
      numeric={[1, 2, 3]}
      rows={[
        ['Association de la commune', '0 €', '0 €', '150 €'],
        ['Habitant', '120 €', '210 €', '300 €'],
        ['Autre commune', '240 €', '420 €', '300 €'],
      ]}
    />
  ),
}
