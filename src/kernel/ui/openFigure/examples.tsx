import { OpenFigure } from './openFigure.tsx'

const rule = 'Tarif du quotient familial, multiplié par le nombre de repas.'
export const examples = {
  fermé: () => (
    <OpenFigure
      value="3,42 €"
      label="le repas"
      rule={rule}
      data="Quotient familial : 612 €, tranche 3 sur 8."
      since="2026-09-01"
      source={{ label: 'Délibération 2026-48', href: '#deliberation' }}
    />
  ),
  ouvrable: () => (
    <div>
      Le seuil de réponse est de <OpenFigure value="250 soutiens" rule="2,5 % des habitants de 16 ans et plus." />
    </div>
  ),
}
