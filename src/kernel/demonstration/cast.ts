import { sql } from '#kernel/db'
import { addPerson, grantRole, type PeopleTables, recordResidence } from '#kernel/people'
import type { BodyTables, Db } from '#kernel/db'

/** Invented bodies: the demonstration lives in the first; the others show that nothing leaks between communes. */
export const bodies = [
  { id: 1, slug: 'val-sur-yvette', name: 'Val-sur-Yvette', kind: 'commune', population: 9800 },
  { id: 2, slug: 'orsigny', name: 'Orsigny-la-Vallée', kind: 'commune', population: 4200 },
  { id: 3, slug: 'plateau', name: 'Communauté du Plateau', kind: 'intercommunality', population: 31000 },
  { id: 4, slug: 'chevrigny', name: 'Chevrigny', kind: 'commune', population: 3100 },
  { id: 5, slug: 'moutiers', name: 'Moutiers-sous-Bois', kind: 'commune', population: 1250 },
] as const

export interface CastMember {
  readonly id: string
  readonly name: string
  readonly email: string
  /** Slug of the body they live or work in. */
  readonly body: (typeof bodies)[number]['slug']
  readonly verified: boolean
  readonly role?: PeopleTables['kernel.role']['role']
  readonly service?: string
  readonly title?: string
  /** Said on the one-click sign-in page; absent for those who only give believable life. */
  readonly shows?: { readonly fr: string; readonly en: string }
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Invented people: each name is made up, and every page of the demonstration says so. */
export const cast = {
  amina: {
    id: id(1),
    name: 'Amina Belkacem',
    email: 'amina@exemple.fr',
    body: 'val-sur-yvette',
    verified: true,
    shows: { fr: 'Habitante vérifiée', en: 'Verified resident' },
  },
  louis: { id: id(2), name: 'Louis Marchand', email: 'louis@exemple.fr', body: 'val-sur-yvette', verified: true },
  nour: {
    id: id(3),
    name: 'Nour Haddad',
    email: 'nour@exemple.fr',
    body: 'val-sur-yvette',
    verified: false,
    shows: { fr: 'Habitante nouvellement inscrite', en: 'Newly registered resident' },
  },
  mathilde: {
    id: id(4),
    name: 'Mathilde Roy',
    email: 'mathilde@exemple.fr',
    body: 'val-sur-yvette',
    verified: true,
    role: 'member',
    title: 'Présidente des Jardins du Lavoir',
    shows: { fr: 'Membre d’une association', en: 'Member of an association' },
  },
  helene: {
    id: id(5),
    name: 'Hélène Costa',
    email: 'helene@exemple.fr',
    body: 'val-sur-yvette',
    verified: true,
    role: 'helper',
    title: 'Aidante de l’espace public numérique',
    shows: { fr: 'Aidante habilitée', en: 'Authorised helper' },
  },
  claire: {
    id: id(6),
    name: 'Claire Nguyen',
    email: 'claire@exemple.fr',
    body: 'val-sur-yvette',
    verified: false,
    role: 'agent',
    service: 'participation',
    title: 'Responsable de la participation',
    shows: { fr: 'Agente de la mairie', en: 'Town-hall agent' },
  },
  marc: {
    id: id(7),
    name: 'Marc Lefort',
    email: 'marc@exemple.fr',
    body: 'val-sur-yvette',
    verified: false,
    role: 'agent',
    service: 'technique',
    title: 'Agent des services techniques',
  },
  paul: {
    id: id(8),
    name: 'Paul Aubry',
    email: 'paul@exemple.fr',
    body: 'val-sur-yvette',
    verified: true,
    role: 'elected',
    title: 'Adjoint aux services publics',
    shows: { fr: 'Élu', en: 'Elected member' },
  },
  denise: {
    id: id(9),
    name: 'Denise Okoye',
    email: 'denise@exemple.fr',
    body: 'val-sur-yvette',
    verified: false,
    role: 'officer',
    title: 'Déléguée à la protection des données',
    shows: { fr: 'Déléguée à la protection des données', en: 'Data-protection officer' },
  },
  ines: {
    id: id(10),
    name: 'Inès Garnier',
    email: 'ines@exemple.fr',
    body: 'val-sur-yvette',
    verified: false,
    role: 'administrator',
    title: 'Administratrice',
    shows: { fr: 'Administratrice', en: 'Administrator' },
  },
  jeanne: { id: id(11), name: 'Jeanne Petit', email: 'jeanne@exemple.fr', body: 'val-sur-yvette', verified: true },
  karim: {
    id: id(12),
    name: 'Karim Benali',
    email: 'karim@exemple.fr',
    body: 'val-sur-yvette',
    verified: true,
    shows: { fr: 'Fabmanager, tient le FabLab', en: 'Fab manager, runs the FabLab' },
  },
  sophie: { id: id(13), name: 'Sophie Lambert', email: 'sophie@exemple.fr', body: 'val-sur-yvette', verified: true },
  yann: {
    id: id(21),
    name: 'Yann Kerbrat',
    email: 'yann@exemple.fr',
    body: 'orsigny',
    verified: true,
    shows: { fr: 'Habitant d’une autre commune', en: 'Resident of another commune' },
  },
  odile: {
    id: id(22),
    name: 'Odile Ferrand',
    email: 'odile@exemple.fr',
    body: 'orsigny',
    verified: false,
    role: 'agent',
    service: 'participation',
    title: 'Agente d’Orsigny',
  },
  bruno: {
    id: id(31),
    name: 'Bruno Sarr',
    email: 'bruno@exemple.fr',
    body: 'plateau',
    verified: false,
    role: 'agent',
    service: 'transports',
    title: 'Agent de la communauté',
  },
  lucie: {
    id: id(41),
    name: 'Lucie Tessier',
    email: 'lucie@exemple.fr',
    body: 'chevrigny',
    verified: false,
    role: 'agent',
    service: 'technique',
    title: 'Agente de Chevrigny',
    shows: { fr: 'Agente d’une commune voisine', en: 'Agent of a neighbouring commune' },
  },
  remi: {
    id: id(51),
    name: 'Rémi Vasseur',
    email: 'remi@exemple.fr',
    body: 'moutiers',
    verified: false,
    role: 'agent',
    service: 'secrétariat',
    title: 'Secrétaire de mairie de Moutiers-sous-Bois',
  },
} as const satisfies Record<string, CastMember>
export type CastName = keyof typeof cast
export const member = (name: CastName): CastMember => cast[name]

/** Writes the bodies, an agreement between the first two, and everyone, as the owner of the database. `since` is a day. */
export const loadCast = async (db: Db<BodyTables & PeopleTables>, since: string) => {
  for (const body of bodies) {
    await sql`insert into kernel.body (id, slug, name, kind, population) overriding system value
      values (${body.id}, ${body.slug}, ${body.name}, ${body.kind}, ${body.population})`.execute(db)
  }
  await sql`select setval(pg_get_serial_sequence('kernel.body', 'id'), 100)`.execute(db)
  await sql`insert into kernel.agreement (title, signed_on) values ('Équipements partagés', ${since})`.execute(db)
  await sql`insert into kernel.agreement_body (agreement_id, body_id, since) values (1, 1, ${since}), (1, 3, ${since})`.execute(db)
  for (const person of Object.values(cast) as CastMember[]) {
    const body = bodies.find(one => one.slug === person.body)!.id
    await addPerson(db, body, { id: person.id, name: person.name, email: person.email, invented: true })
    if (person.verified) await recordResidence(db, body, { personId: person.id, proof: 'document-seen', since })
    if (person.role) {
      await grantRole(db, body, {
        personId: person.id,
        role: person.role,
        service: person.service ?? null,
        title: person.title ?? null,
        since,
      })
    }
  }
}
