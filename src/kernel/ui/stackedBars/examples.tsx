import { StackedBars } from './stackedBars.tsx'

export const examples = {
  'une échelle': () => (
    <StackedBars
      title="Êtes-vous satisfait de l’accueil en mairie ?"
      answers={['Très satisfait', 'Plutôt satisfait', 'Ni l’un ni l’autre', 'Plutôt insatisfait', 'Très insatisfait']}
      bars={[
        { label: 'Au guichet', counts: [92, 118, 41, 27, 11] },
        { label: 'Au téléphone', counts: [31, 64, 52, 70, 38] },
        { label: 'Par courrier', counts: null },
      ]}
    />
  ),
  'oui ou non': () => (
    <StackedBars
      title="Avez-vous obtenu ce que vous cherchiez ?"
      answers={['Oui', 'En partie', 'Non']}
      bars={[{ label: 'Tous les services', counts: [211, 74, 32] }]}
    />
  ),
}
