import { Intervals } from './intervals.tsx'

export const examples = {
  'avec ce qu’ils valent': () => (
    <Intervals
      title="Faut-il ouvrir la bibliothèque le dimanche ?"
      base={340}
      note="Intervalles indicatifs : ce qu’ils vaudraient à 95 % si les personnes qui ont répondu avaient été tirées au sort."
      bars={[
        { label: 'Oui, toute l’année', count: 184, share: { share: 0.541, low: 0.488, high: 0.593 } },
        { label: 'Oui, pendant les vacances scolaires seulement', count: 88, share: { share: 0.259, low: 0.215, high: 0.308 } },
        { label: 'Non', count: 58, share: { share: 0.171, low: 0.134, high: 0.214 } },
        { label: 'Autre réponse', count: null, share: null },
      ]}
    />
  ),
}
