import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { registerContent } from '#engines/moderation'
import type { AnyWorld } from '#kernel/world'
import type { Source } from '../forms.ts'
import { words } from '../locales/index.ts'
import type { Stance } from '../rules/terms.ts'

/** The debate of a subject: its key (`measure:3`), its title, and the address of the debate's pages. */
interface Place {
  readonly subject: string
  readonly title: string
  readonly url: string
}
interface Words {
  readonly text: string
  readonly sources: readonly Source[]
}

/** Files an argument or a question in the name of the signed-in person, and hands it to moderation. @returns its id and how it stands */
export const fileArgument = async (world: AnyWorld, place: Place, argument: Words & { stance: Stance; personId: string }) => {
  const id = await insert(world, place.subject, { ...argument, parentId: null })
  await sql`insert into debate.tally (body_id, argument_id) values (${world.body.id}, ${id})`.execute(world.db)
  await record(world, 'argument.filed', {
    subject: place.subject,
    content: { argument: id, stance: argument.stance, url: `${place.url}/${id}` },
  })
  return { id, moderated: await register(world, { ...argument, id, url: `${place.url}/${id}` }) }
}

/** Files a reply to an argument; the database refuses a reply to a reply. */
export const fileReply = async (
  world: AnyWorld,
  place: Place,
  reply: { text: string; parentId: string; parentAuthor: string | null; personId: string },
) => {
  const id = await insert(world, place.subject, { ...reply, stance: 'reply', sources: [] })
  const url = `${place.url}/${reply.parentId}#a${id}`
  await record(world, 'argument.replied', {
    subject: place.subject,
    content: {
      argument: reply.parentId,
      reply: id,
      author: reply.parentAuthor,
      url,
      notify: news(place, reply.parentId, url, 'news.replied'),
    },
  })
  return { id, moderated: await register(world, { ...reply, sources: [], id, url }) }
}

/** Keeps the former text as a revision and puts the new one in its place. */
export const editArgument = async (world: AnyWorld, place: Place, argument: Words & { id: string; personId: string; url: string }) => {
  const { rows } = await sql<{ revision: number }>`
    update debate.argument set text = ${argument.text}, revision = revision + 1, edited_at = ${world.now}
    where body_id = ${world.body.id} and id = ${argument.id} returning revision`.execute(world.db)
  const { revision } = rows[0]!
  await keepRevision(world, argument.id, revision, argument)
  await record(world, 'argument.edited', { subject: place.subject, content: { argument: argument.id, revision } })
  return register(world, argument)
}

/** The author takes an argument back: its place stays. Twice is once. */
export const withdrawArgument = async (world: AnyWorld, place: Place, id: string) => {
  const done = await sql`
    insert into debate.withdrawal (body_id, argument_id, withdrawn_at) values (${world.body.id}, ${id}, ${world.now}) on conflict do nothing`.execute(
    world.db,
  )
  if (Number(done.numAffectedRows ?? 0) === 1)
    await record(world, 'argument.withdrawn', { subject: place.subject, content: { argument: id } })
}

/** Marks a question as answered by the town hall, there; a later answer takes its place. */
export const markAnswered = async (world: AnyWorld, place: Place, id: string, url: string) => {
  await sql`
    insert into debate.answer (body_id, argument_id, url, answered_by, answered_at) values (${world.body.id}, ${id}, ${url}, ${world.actor.personId}, ${world.now})
    on conflict (body_id, argument_id) do update set url = excluded.url, answered_by = excluded.answered_by, answered_at = excluded.answered_at`.execute(
    world.db,
  )
  await record(world, 'question.answered', {
    subject: place.subject,
    content: { argument: id, url, notify: news(place, id, `${place.url}/${id}`, 'news.answered') },
  })
}

/** What is told to those who want to know what comes of an argument. */
const news = (place: Place, argument: string, url: string, what: 'news.replied' | 'news.answered') => ({
  subject: `argument:${argument}`,
  title: place.title,
  url,
  what: { fr: words.sentences.fr[what], en: words.sentences.en[what] },
})

const insert = async (
  world: AnyWorld,
  subject: string,
  argument: Words & { stance: Stance | 'reply'; parentId: string | null; personId: string },
) => {
  const { stance, parentId, personId, text } = argument
  const { college, onBehalf } = world.actor
  const { rows } = await sql<{ id: string }>`
    insert into debate.argument (body_id, subject, stance, parent_id, author_id, college, channel, keyed_by, text, filed_at)
    values (${world.body.id}, ${subject}, ${stance}, ${parentId}, ${personId}, ${college}, ${onBehalf?.channel ?? 'screen'}, ${onBehalf?.keyedBy ?? null},
      ${text}, ${world.now}) returning id`.execute(world.db)
  const { id } = rows[0]!
  await keepRevision(world, id, 1, argument)
  return id
}

const keepRevision = async (world: AnyWorld, id: string, number: number, { text, sources }: Words) => {
  const body = world.body.id
  await sql`
    insert into debate.revision (body_id, argument_id, number, text, written_at) values (${body}, ${id}, ${number}, ${text}, ${world.now})`.execute(
    world.db,
  )
  if (sources.length === 0) return
  await sql`
    insert into debate.source (body_id, argument_id, revision, position, url, title)
    select ${body}, ${id}::bigint, ${number}::int, position, url, title
    from unnest(${sources.map(source => source.url)}::text[], ${sources.map(source => source.title)}::text[]) with ordinality as given (url, title, position)`.execute(
    world.db,
  )
}

const register = (world: AnyWorld, argument: Words & { id: string; personId: string; url: string }) =>
  registerContent(world, {
    subject: `argument:${argument.id}`,
    authorId: argument.personId,
    text: [argument.text, ...argument.sources.map(source => source.url)].join('\n'),
    url: argument.url,
  })
