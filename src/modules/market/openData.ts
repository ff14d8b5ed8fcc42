import { addDays } from '#kernel/rules'
import type { OpenDataSet } from '#kernel/service'
import { shannonOf } from './rules/indicators.ts'
import { expectedOn, figuresBetween } from './queries/life.ts'
import { daysBetweenOf, marketsOf, tariffsOf } from './queries/markets.ts'
import type { Here } from './schema.ts'

/** Market days in figures, tariffs, and who agreed to be named. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'jours-de-marche',
    title: { fr: 'Jours de marché, en chiffres', en: 'Market days, in figures' },
    columns: {
      jour: { fr: 'Jour', en: 'Day', type: 'date' },
      metres_offerts: { fr: 'Mètres linéaires offerts', en: 'Linear metres offered', type: 'number' },
      metres_occupes: { fr: 'Mètres linéaires occupés', en: 'Linear metres taken', type: 'number' },
      commercants: { fr: 'Commerçants placés', en: 'Traders placed', type: 'integer' },
      abonnes_attendus: { fr: 'Abonnés attendus', en: 'Subscribers expected', type: 'integer' },
      abonnes_presents: { fr: 'Abonnés présents', en: 'Subscribers there', type: 'integer' },
      producteurs: { fr: 'Producteurs', en: 'Producers', type: 'integer' },
      bio: { fr: 'Certifiés en agriculture biologique', en: 'Certified organic', type: 'integer' },
      variete: { fr: 'Indice de Shannon sur les familles de produits', en: 'Shannon index over product families', type: 'number' },
      droits_de_place: { fr: 'Droits de place reçus le jour même, en euros', en: 'Fees received on the day, in euros', type: 'number' },
    },
    rows: async (world: Here) =>
      (await figuresBetween(world, null, addDays(world.today, -1100), world.today)).map(day => ({
        jour: day.on,
        metres_offerts: day.offered / 10,
        metres_occupes: day.taken / 10,
        commercants: day.traders,
        abonnes_attendus: day.subscribersExpected,
        abonnes_presents: day.subscribersPresent,
        producteurs: day.producers,
        bio: day.organic,
        variete: Math.round(shannonOf(Object.values(day.families)) * 1000) / 1000,
        droits_de_place: day.cents / 100,
      })),
  },
  {
    id: 'tarifs-du-marche',
    title: { fr: 'Tarifs des marchés', en: 'Tariffs of the markets' },
    columns: {
      marche: { fr: 'Marché', en: 'Market', type: 'text' },
      regime: { fr: 'subscriber : abonné ; casual : passager', en: 'subscriber or casual', type: 'text' },
      metre: { fr: 'Euros par mètre linéaire et jour', en: 'Euros per linear metre and day', type: 'number' },
      minimum: { fr: 'Minimum, en euros', en: 'Minimum, in euros', type: 'number' },
      electricite: { fr: 'Électricité par jour, en euros', en: 'Electricity a day, in euros', type: 'number' },
      du: { fr: 'Premier jour', en: 'First day', type: 'date' },
      au: { fr: 'Dernier jour', en: 'Last day', type: 'date' },
      deliberation: { fr: 'Délibération', en: 'Deliberation', type: 'text' },
    },
    rows: async (world: Here) => {
      const rows = []
      for (const market of await marketsOf(world))
        for (const one of await tariffsOf(world, market.id))
          rows.push({
            marche: market.name,
            regime: one.holding,
            metre: one.metreCents / 100,
            minimum: one.leastCents / 100,
            electricite: one.powerCents / 100,
            du: one.since,
            au: one.until,
            deliberation: one.deliberation,
          })
      return rows
    },
  },
  {
    id: 'commercants-attendus',
    title: { fr: 'Commerçants attendus aux deux prochaines semaines de marché', en: 'Traders expected in the next two weeks of market' },
    columns: {
      jour: { fr: 'Jour', en: 'Day', type: 'date' },
      nom: { fr: 'Nom, si le commerçant l’accepte', en: 'Name, when the trader agrees', type: 'text' },
      famille: { fr: 'Famille de produits', en: 'Family of products', type: 'text' },
      producteur: { fr: 'Vend sa production', en: 'Sells own produce', type: 'boolean' },
      bio: { fr: 'Certifié', en: 'Certified organic', type: 'boolean' },
      allee: { fr: 'Allée', en: 'Alley', type: 'text' },
      metres: { fr: 'Mètres linéaires', en: 'Linear metres', type: 'number' },
    },
    rows: async (world: Here) => {
      const rows = []
      for (const day of await daysBetweenOf(world, null, world.today, addDays(world.today, 14)))
        if (day.cancelledBecause === null)
          for (const one of await expectedOn(world, day))
            rows.push({
              jour: day.on,
              nom: one.name,
              famille: one.family,
              producteur: one.isProducer,
              bio: one.isOrganic,
              allee: one.alleyName,
              metres: (one.to - one.from) / 10,
            })
      return rows
    },
  },
]
