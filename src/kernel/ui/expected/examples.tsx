import { Expected } from './expected.tsx'

export const examples = {
  'un choix': () => (
    <Expected action={{ label: 'Choisir entre les deux versions', href: '#choisir' }}>
      Deux amendements touchent le même paragraphe. Le groupe de travail attend votre avis avant le mardi 3 mars 2027.
    </Expected>
  ),
}
