import { sql } from '#kernel/db'
import type { OpenDataSet } from '#kernel/service'

const service = { fr: 'Numéro du service', en: 'Number of the service', type: 'integer' } as const

export const openData: readonly OpenDataSet[] = [
  {
    id: 'services-publics',
    title: { fr: 'Services publics', en: 'Public services' },
    columns: {
      service,
      name: { fr: 'Nom', en: 'Name', type: 'text' },
      purpose: { fr: 'À quoi il sert', en: 'What it is for', type: 'text' },
      audience: { fr: 'Pour qui', en: 'For whom', type: 'text' },
      run_by: { fr: 'Gestion', en: 'Run by', type: 'text' },
      run_by_name: { fr: 'Structure', en: 'Organisation', type: 'text' },
      place: { fr: 'Lieu', en: 'Place', type: 'text' },
      address: { fr: 'Adresse', en: 'Address', type: 'text' },
      access: { fr: 'Accessibilité', en: 'Accessibility', type: 'text' },
      phone: { fr: 'Téléphone', en: 'Telephone', type: 'text' },
      website: { fr: 'Site', en: 'Website', type: 'text' },
      archived_at: { fr: 'Archivé le', en: 'Archived at', type: 'datetime' },
    },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select id as service, name, purpose, audience, run_by, run_by_name, place, address, access, phone, website, archived_at
      from catalogue.service where body_id = ${world.body.id} order by id`.execute(world.db)
      ).rows,
  },
  {
    id: 'horaires-des-services',
    title: { fr: 'Horaires des services publics', en: 'Hours of the public services' },
    columns: {
      service,
      weekday: { fr: 'Jour, 1 pour lundi', en: 'Day, 1 for Monday', type: 'integer' },
      opens: { fr: 'Ouverture', en: 'Opens', type: 'text' },
      closes: { fr: 'Fermeture', en: 'Closes', type: 'text' },
    },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select service_id as service, weekday, to_char(opens, 'HH24:MI') as opens, to_char(closes, 'HH24:MI') as closes
      from catalogue.opening where body_id = ${world.body.id} order by service_id, weekday, opens`.execute(world.db)
      ).rows,
  },
]
