import { Stage } from '../stage/stage.tsx'
import { Listing } from './listing.tsx'

export const examples = {
  mesures: () => (
    <Listing
      level={4}
      items={[
        {
          title: 'Un marché du soir, place du 8-Mai',
          href: '#a',
          text: 'Ouvrir le marché le vendredi de 17 h à 20 h, d’avril à octobre.',
          note: <Stage label="En co-construction" step={2} of={7} />,
          drawing: 'market',
        },
        {
          title: 'Des repas de cantine cuisinés ici',
          href: '#b',
          text: 'Comparer cuisine municipale, partagée ou déléguée, chiffres ouverts.',
          note: <Stage label="Mise en débat" step={3} of={7} />,
          drawing: 'canteen',
        },
      ]}
    />
  ),
}
