import { By } from '../by/by.tsx'
import { Thread } from './thread.tsx'

export const examples = {
  'une mesure': () => (
    <Thread
      label="Fil de la mesure, exemple"
      entries={[
        {
          kind: 'contribution',
          at: '2027-01-12',
          title: 'Un marché couvert le vendredi soir',
          href: '#1',
          text: 'Pour celles et ceux qui travaillent le samedi matin.',
          by: <By name="Amina Benali" college="users" />,
        },
        {
          kind: 'version',
          at: '2027-02-03',
          title: 'Version 2, avec quatre amendements',
          href: '#2',
          by: <By name="Groupe de travail du marché" />,
        },
        {
          kind: 'decision',
          at: '2027-03-03',
          title: 'Le conseil retient la version 2',
          href: '#3',
          by: <By name="Claire Morel" college="elected" role="adjointe au commerce" />,
        },
        { kind: 'act', at: '2027-03-18', title: 'Délibération 2027-31', href: '#4' },
        { kind: 'effect', at: '2027-06-04', title: 'Premier marché du soir : 41 exposants', href: '#5' },
      ]}
    />
  ),
  'pas encore mesuré': () => (
    <Thread
      label="Fil d’un besoin, exemple"
      entries={[
        { kind: 'contribution', at: '2027-01-12', title: 'La rampe de la bibliothèque est trop raide' },
        { kind: 'decision', at: '2027-02-03', title: 'La mairie le reconnaît' },
        { kind: 'effect', at: '', title: 'L’effet n’a pas encore été mesuré' },
      ]}
    />
  ),
}
