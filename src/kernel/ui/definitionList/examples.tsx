import { DefinitionList } from './definitionList.tsx'

export const examples = {
  réunion: () => (
    <DefinitionList
      items={[
        { term: 'Quand', value: 'Mardi 3 mars 2027, de 18 h 30 à 20 h' },
        { term: 'Où', value: 'Mairie, salle du conseil' },
        { term: 'Pilote', value: 'Amina Benali, habitante' },
      ]}
    />
  ),
}
