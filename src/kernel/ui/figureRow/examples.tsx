import { OpenFigure } from '../openFigure/openFigure.tsx'
import { FigureRow } from './figureRow.tsx'

export const examples = {
  'trois chiffres': () => (
    <FigureRow
      figures={[
        { value: '412', label: 'soutiens' },
        { value: '38', label: 'amendements', note: 'dont 21 retenus' },
        {
          value: <OpenFigure value="27 jours" rule="Du dépôt à la réponse publiée, jour du dépôt non compris." />,
          label: 'pour recevoir une réponse',
        },
      ]}
    />
  ),
}
