import { ArrivalCurve } from './arrivals.tsx'

export const examples = {
  'par jour': () => (
    <ArrivalCurve
      title="Nouveaux participants par jour"
      description="De 2 à 34 par jour ; le plus fort, le 4 mars."
      bars={[
        { label: '1er mars', value: 12, within: 5 },
        { label: '2 mars', value: 8, within: 4 },
        { label: '3 mars', value: 2, within: 2 },
        { label: '4 mars', value: 34, within: 3, marked: true },
        { label: '5 mars', value: 9, within: 4 },
      ]}
    />
  ),
}
