import { GroundPlan } from './groundPlan.tsx'

export const examples = {
  'un jardin': () => (
    <>
      <GroundPlan
        title="Plan du jardin"
        description="Vue du dessus. Hachures : parcelle attribuée. Croix : hors service. Trait double : bac surélevé."
        width={30}
        height={16}
        areas={[
          { label: '1', title: 'Parcelle 1, libre', href: '#parcelle-1', tone: 'free', x: 1, y: 1, width: 8, height: 6 },
          { label: '2', title: 'Parcelle 2, attribuée', tone: 'taken', x: 11, y: 1, width: 8, height: 6 },
          { label: '3', title: 'Parcelle 3, hors service', tone: 'out', x: 21, y: 1, width: 8, height: 6 },
          { label: 'B1', title: 'Bac 1, libre', tone: 'free', isDouble: true, x: 1, y: 10, width: 4, height: 2 },
        ]}
      />
      <p>
        <a href="#parcelle-1">Parcelle 1, libre</a>
      </p>
    </>
  ),
}
