import { OpinionMap } from './opinionMap.tsx'

const around = (x: number, y: number, group: number) =>
  Array.from({ length: 14 }, (_, at) => ({
    x: x + Math.cos(at * 2.4) * (0.2 + at / 12),
    y: y + Math.sin(at * 2.4) * (0.2 + at / 14),
    n: 1 + (at % 3),
    group,
  }))
const marks = [...around(-2, 0.4, 0), ...around(2, 1, 1), ...around(0.6, -2, 2)]
const square = (x: number, y: number) => [
  { x: x - 1.3, y: y - 1.2 },
  { x: x + 1.3, y: y - 1.2 },
  { x: x + 1.3, y: y + 1.2 },
  { x: x - 1.3, y: y + 1.2 },
]

export const examples = {
  'trois groupes': () => (
    <OpinionMap
      title="Où se tiennent les 42 participants"
      description="Trois groupes : A à gauche, B en haut à droite, C en bas."
      marks={marks}
      groups={[
        { group: 0, letter: 'A', x: -2, y: 0.4, hull: square(-2, 0.4) },
        { group: 1, letter: 'B', x: 2, y: 1, hull: square(2, 1) },
        { group: 2, letter: 'C', x: 0.6, y: -2, hull: square(0.6, -2) },
      ]}
    />
  ),
}
