import { Prose } from './prose.tsx'

export const examples = {
  texte: () => (
    <Prose html="<p>Le marché se tient <strong>le samedi matin</strong>, et nous voulons qu’il reste un marché de producteurs.</p><ul><li>des étals à prix d’ami pour les débuts ;</li><li>un abri pour les jours de pluie.</li></ul><blockquote><p>On y vient pour parler autant que pour acheter.</p></blockquote>" />
  ),
}
