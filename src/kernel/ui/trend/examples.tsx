import { Trend } from './trend.tsx'

export const examples = {
  'une promesse': () => (
    <Trend
      title="Attente au guichet"
      unit="minutes"
      target={{ value: 10, text: 'Promis : moins de 10 minutes, au plus tard le 1er septembre 2026' }}
      points={[
        { label: 'Janvier 2026', value: 21 },
        { label: 'Mars 2026', value: 18.5, note: 'Deuxième guichet ouvert' },
        { label: 'Mai 2026', value: null },
        { label: 'Juillet 2026', value: 12 },
        { label: 'Septembre 2026', value: 13 },
      ]}
    />
  ),
  'une part, mois par mois': () => (
    <Trend
      title="Part des habitants satisfaits"
      share
      points={[0.61, 0.6, 0.64, 0.66, 0.63, 0.69, 0.7, 0.72, 0.71, 0.75, 0.77, 0.76].map((value, at) => ({
        label: `Mois ${at + 1}`,
        value,
      }))}
    />
  ),
}
