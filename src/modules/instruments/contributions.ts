import { moderationOf } from '#engines/moderation'
import { dayInParis } from '#kernel/clock'
import type { CalendarEntry, HomeCard, OpenDataSet, SearchSource } from '#kernel/service'
import { settingsOf } from '#kernel/settings'
import type { AnyWorld, Outcome, OutcomesAsked, PublicChange, Related } from '#kernel/world'
import { fileUrl, planOf, stepsOf } from './legalFile.ts'
import { words } from './locales/index.ts'
import { answerDueOn, petitionUrl, stepOf, subjectOf } from './petition.ts'
import { legalFiles } from './queries/files.ts'
import { electorates, petitions } from './queries/petitions.ts'
import { instrumentsSettings } from './settings.ts'
import { shownPetitions } from './shownPetitions.ts'
import type { ShownPetition } from './views.ts'

const latest = { size: 50, start: 0 }

/** Petitions that anyone may read. */
const publicPetitions = async (world: AnyWorld, limit: number, said = ''): Promise<readonly ShownPetition[]> => {
  const shown = await shownPetitions(world, { size: limit, start: 0 }, said)
  const moderated = await moderationOf(
    world.db,
    world.body.id,
    shown.map(({ petition }) => subjectOf(petition.id)),
  )
  return shown.filter(({ petition }) => moderated.get(subjectOf(petition.id)).state === 'visible')
}

export const home: readonly HomeCard[] = [
  {
    order: 45,
    card: async world => {
      const t = words(world.locale)
      const shown = await publicPetitions(world, latest.size)
      const open = shown.filter(({ state }) => state === 'open')
      const files = (await legalFiles(world, latest)).filter(({ result }) => result === null)
      if (shown.length + files.length === 0) return null
      const owed = shown.filter(({ state }) => state === 'submitted' || state === 'admissible').length
      const isTownHall = world.actor.roles.has('agent') || world.actor.roles.has('elected')
      return {
        title: t('home.title'),
        lead: t('home.lead', { petitions: open.length, files: files.length }),
        items: [
          ...open.slice(0, 2).map(({ petition, signatures, threshold }) => ({
            title: petition.title,
            url: petitionUrl(petition.id),
            note: threshold === null ? t('petition.count', { n: signatures }) : t('petition.countOf', { n: signatures, threshold }),
          })),
          ...files.slice(0, 2).map(file => ({ title: file.title, url: fileUrl(file.id), note: t(`kind.${file.kind}`) })),
        ],
        more: { label: t('home.more'), url: '/demarches-citoyennes' },
        expected: isTownHall && owed > 0 ? { text: t('home.expected', { n: owed }), url: '/demarches-citoyennes#petitions' } : null,
      }
    },
  },
]

export const search: readonly SearchSource[] = [
  {
    id: 'petitions',
    label: { fr: 'Pétitions', en: 'Petitions' },
    find: async (world, said, limit) =>
      (await publicPetitions(world, limit, said)).map(({ petition }, index) => ({
        title: petition.title,
        url: petitionUrl(petition.id),
        excerpt: petition.text.slice(0, 200).toWellFormed(),
        rank: 1 / (index + 1),
      })),
  },
]

/** Petitions opened or answered, files opened. */
export const changes = async (world: AnyWorld, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const shown = await publicPetitions(world, limit)
  const files = await legalFiles(world, { size: limit, start: 0 })
  return [
    ...shown.flatMap(({ petition }): PublicChange[] => {
      const { id, title } = petition
      const answered = stepOf(petition, 'answered')
      return [
        { id: `petition:${id}`, title: t('change.opened', { title }), url: petitionUrl(id), at: petition.proposedAt },
        ...(answered
          ? [
              {
                id: `petition:${id}.answered`,
                title: t('change.answered', { title }),
                url: petitionUrl(id),
                at: answered.at,
                text: answered.note,
              },
            ]
          : []),
      ]
    }),
    ...files.map(({ id, title, question, openedAt }): PublicChange => ({
      id: `legal-file:${id}`,
      title: t('change.file', { title }),
      url: fileUrl(id),
      at: openedAt,
      text: question,
    })),
  ]
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1))
    .slice(0, limit)
}

/** Voting days, first and last days of participations, last days to sign. */
export const calendar = async (world: AnyWorld, from: string, to: string): Promise<readonly CalendarEntry[]> => {
  const t = words(world.locale)
  const entry = (id: string, title: string, day: string, url: string): CalendarEntry => ({
    id,
    title,
    startsAt: day,
    endsAt: `${day}T20:00:00.000Z`,
    url,
  })
  const shown = await publicPetitions(world, latest.size)
  const files = await legalFiles(world, latest)
  return [
    ...shown
      .filter(({ state }) => state === 'open')
      .map(({ petition }) =>
        entry(`petition-${petition.id}`, t('calendar.petition', { title: petition.title }), petition.closesOn, petitionUrl(petition.id)),
      ),
    ...files.flatMap(file =>
      stepsOf(planOf(file.kind, file, world.body.population))
        .filter(({ key }) => key === 'vote' || key === 'open' || key === 'close')
        .map(({ key, on }) =>
          entry(
            `legal-file-${file.id}-${key}`,
            key === 'vote' ? t('calendar.vote', { title: file.title }) : file.title,
            on,
            fileUrl(file.id),
          ),
        ),
    ),
  ].filter(({ startsAt }) => startsAt >= from && startsAt <= to)
}

/** What a measure is put to. */
export const related: readonly Related[] = [
  {
    label: { fr: 'Votes et participations', en: 'Votes and participations' },
    find: async (world, subject) => {
      const measure = /^measure:(\d{1,18})$/.exec(subject)?.[1]
      if (!measure) return []
      return (await legalFiles(world, latest, measure)).map(({ id, title }) => ({ title, url: fileUrl(id) }))
    },
  },
]

/** What a petition asked, and what the council answered. */
export const outcomes = async (world: AnyWorld, { service, measure, limit }: OutcomesAsked): Promise<readonly Outcome[]> => {
  if (service !== null || measure !== null) return []
  const { 'petition.answer-days': days } = await settingsOf(world, 'instruments', instrumentsSettings)
  return (await publicPetitions(world, limit)).map(({ petition }): Outcome => {
    const answered = stepOf(petition, 'answered')
    return {
      id: subjectOf(petition.id),
      title: petition.title,
      service: null,
      measure: null,
      said: { text: petition.text.slice(0, 300).toWellFormed(), url: petitionUrl(petition.id), on: dayInParis(petition.proposedAt) },
      decided: answered ? { text: answered.note, url: answered.url ?? petitionUrl(petition.id), on: answered.on } : null,
      done: null,
      measured: null,
      at: answered?.at ?? petition.proposedAt,
      dueOn: answerDueOn(petition, days),
      isRefused: answered?.outcome === 'refused',
    }
  })
}

export const openData: readonly OpenDataSet[] = [
  {
    id: 'petitions',
    title: { fr: 'Pétitions, et ce qu’elles sont devenues', en: 'Petitions, and what became of them' },
    columns: {
      numero: { fr: 'Numéro', en: 'Number', type: 'integer' },
      demande: { fr: 'consultation ou deliberation', en: 'consultation or deliberation', type: 'text' },
      titre: { fr: 'Titre', en: 'Title', type: 'text' },
      ouverte_le: { fr: 'Ouverte le', en: 'Opened on', type: 'date' },
      dernier_jour: { fr: 'Dernier jour pour signer', en: 'Last day to sign', type: 'date' },
      signatures: { fr: 'Nombre de signatures', en: 'Number of signatures', type: 'integer' },
      seuil: { fr: 'Signatures nécessaires', en: 'Signatures needed', type: 'integer' },
      etat: {
        fr: 'open, closed, submitted, insufficient, admissible, answered ou withdrawn',
        en: 'open, closed, submitted, insufficient, admissible, answered or withdrawn',
        type: 'text',
      },
    },
    rows: async world =>
      (await publicPetitions(world, 5000)).map(({ petition, signatures, threshold, state }) => ({
        numero: petition.id,
        demande: petition.kind,
        titre: petition.title,
        ouverte_le: petition.openedOn,
        dernier_jour: petition.closesOn,
        signatures,
        seuil: threshold,
        etat: state,
      })),
  },
  {
    id: 'electeurs',
    title: { fr: 'Nombre d’électeurs inscrits', en: 'Number of registered electors' },
    columns: {
      compte_le: { fr: 'Compté le', en: 'Counted on', type: 'date' },
      electeurs: { fr: 'Électeurs inscrits', en: 'Registered electors', type: 'integer' },
      source: { fr: 'D’où vient ce chiffre', en: 'Where this figure comes from', type: 'text' },
    },
    rows: async world => (await electorates(world)).map(({ on, electors, source }) => ({ compte_le: on, electeurs: electors, source })),
  },
]

export const petitionSample = async (world: AnyWorld): Promise<string | undefined> =>
  (await petitions(world, { size: 50, start: 0 })).at(-1)?.id
