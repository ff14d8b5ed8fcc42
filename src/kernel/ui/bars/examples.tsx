import { Bars } from './bars.tsx'

export const examples = {
  résultat: () => (
    <Bars
      title="Quel jour pour le marché du soir ?"
      bars={[
        { label: 'Vendredi', value: 212 },
        { label: 'Jeudi', value: 97 },
        { label: 'Peu importe', value: 31 },
      ]}
    />
  ),
}
