import type { CouncilFunction } from '../schema.ts'

/** An invented council: twenty-eight made-up names, beside Paul Aubry of the cast. */
interface Invented {
  readonly name: string
  readonly function: CouncilFunction
  readonly rank?: number
  readonly portfolio?: string
  readonly bloc: string
}
const together = 'Val-sur-Yvette ensemble'
const green = 'Vivre au bord de l’eau'
const free = 'Indépendants du Val'

export const inventedCouncil: readonly Invented[] = [
  { name: 'Solange Arnoux', function: 'mayor', bloc: together },
  { name: 'Moussa Cissé', function: 'deputy', rank: 1, portfolio: 'finances et achats', bloc: together },
  { name: 'Agathe Vasseur', function: 'deputy', rank: 2, portfolio: 'écoles et restauration', bloc: together },
  { name: 'Lucie Delmas', function: 'deputy', rank: 4, portfolio: 'solidarités et santé', bloc: together },
  { name: 'Tristan Le Bihan', function: 'deputy', rank: 5, portfolio: 'urbanisme et climat', bloc: green },
  { name: 'Odette Fournier', function: 'deputy', rank: 6, portfolio: 'culture et vie associative', bloc: together },
  { name: 'Rachid Amrani', function: 'delegate', portfolio: 'commerce et marché', bloc: together },
  { name: 'Élodie Pasquier', function: 'delegate', portfolio: 'jeunesse', bloc: green },
  { name: 'Gilbert Noël', function: 'delegate', portfolio: 'voirie et mobilités', bloc: together },
  ...(
    [
      ['Nadège Ribeiro', together],
      ['Félicien Baudry', together],
      ['Yasmine Tahar', together],
      ['Corentin Maillard', together],
      ['Simone Gauthier', together],
      ['Wendy Lacroix', together],
      ['Bertrand Colin', together],
      ['Aïssata Sow', together],
      ['Pierrick Hamon', together],
      ['Marguerite Olivier', green],
      ['Ludovic Barbier', green],
      ['Salomé Kieffer', green],
      ['Henri Vautrin', free],
      ['Ghislaine Perrot', free],
      ['Armand Tissot', free],
      ['Coralie Mouton', free],
      ['Djibril Camara', free],
      ['Paulette Renard', free],
      ['Stéphane Lemoine', free],
    ] as const
  ).map(([name, bloc]) => ({ name, bloc, function: 'councillor' as const })),
]
export const paulsBloc = together
