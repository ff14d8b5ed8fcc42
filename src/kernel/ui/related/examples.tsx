import { Related } from './related.tsx'

const surveys = ['Horaires de la bibliothèque', 'Le prêt à domicile', 'La salle d’étude', 'Les ateliers du mercredi', 'Le fonds jeunesse']

export const examples = {
  'ce que disent les autres pages': () => (
    <Related
      groups={[
        { label: 'Enquêtes', links: surveys.map((title, at) => ({ title, url: `#${at}` })) },
        { label: 'Comité', links: [{ title: 'Comité de la bibliothèque', url: '#comite', note: 'Prochaine séance le 4 mars 2027' }] },
        {
          label: 'Engagements',
          lead: '3 engagements en cours, 1 tenu.',
          links: [{ title: 'Attendre moins de dix minutes', url: '#engagement' }],
          more: { label: 'Tous les engagements', url: '#engagements' },
        },
        { label: 'Besoins', links: [{ title: 'État des besoins', url: '#besoins', note: '12 lignes, dont 3 faites' }] },
      ]}
    />
  ),
}
