import { Empty } from './empty.tsx'

export const examples = {
  amendements: () => (
    <Empty title="Aucun amendement pour l’instant" drawing="paper" action={{ label: 'Proposer le premier', href: '#amender' }}>
      Ce texte n’a encore été changé par personne. Choisissez un paragraphe et dites ce que vous écririez à la place.
    </Empty>
  ),
}
