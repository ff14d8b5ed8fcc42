import { fileAppeal, clocksAbout, escalateLate, giveAnswer, openClock } from '#engines/answers'
import { interested } from '#engines/following'
import { addDays } from '#kernel/clock'
import { cast, type CastMember } from '#kernel/demonstration'
import { type Actor, collegeOf } from '#kernel/people'
import type { World } from '#kernel/world'
import { addQuestion } from './queries.ts'
import { subjectOf } from './question.ts'
import type { QuestionsTables } from './schema.ts'

/** Invented questions: one awaited, one answered, one late, one appealed. */
export const demo = async (world: World<QuestionsTables>): Promise<void> => {
  await asked(world, -4, cast.jeanne, {
    title: 'Les bancs de la promenade seront-ils remis avant le printemps ?',
    text: 'Trois bancs ont été enlevés après la crue. On ne peut plus s’asseoir entre le pont et le lavoir.',
  })

  const answered = await asked(world, -70, cast.amina, {
    title: 'Pourquoi la fontaine du lavoir est-elle coupée en hiver ?',
    text: 'L’eau est fermée de novembre à mars. Les enfants de l’école s’en servaient pour le jardin.',
  })
  await answer(at(world, -48, cast.marc), answered, {
    verdict: 'partly',
    text: 'L’eau est coupée parce que le tuyau, posé à l’air libre, gèle sous −4 °C.\n\nNous poserons une purge automatique en octobre. La fontaine coulera l’hiver, **sauf pendant les nuits de gel**.',
    reviewOn: null,
    signedFunction: 'Agent des services techniques',
  })

  await asked(world, -82, cast.karim, {
    title: 'Quand le passage piéton de la rue des Écoles sera-t-il éclairé ?',
    text: 'Le lampadaire est en panne depuis l’été. Le matin, on ne voit pas les enfants qui traversent.',
  })
  await escalateLate(world)

  const appealed = await asked(world, -60, cast.sophie, {
    title: 'La bibliothèque peut-elle ouvrir le dimanche matin ?',
    text: 'Les familles qui travaillent le samedi n’ont aucun moment pour venir. Un dimanche sur deux suffirait.',
  })
  await answer(at(world, -30, cast.claire), appealed, {
    verdict: 'refused',
    text: 'Nous n’ouvrirons pas le dimanche : il faudrait deux agentes de plus, et le budget de cette année est voté.',
    reviewOn: null,
    signedFunction: 'Responsable de la participation',
  })
  const appealing = at(world, -12, cast.sophie)
  const [clock] = await clocksAbout(appealing, appealed)
  if (clock?.answer) {
    await fileAppeal(
      appealing,
      { ...clock, answer: clock.answer },
      {
        reason:
          'La réponse ne parle pas des bénévoles de l’association des lecteurs, qui proposent de tenir l’accueil avec une seule agente.',
        isConcerned: true,
      },
    )
  }
}

const asked = async (world: World<QuestionsTables>, days: number, author: CastMember, question: { title: string; text: string }) => {
  const then = at(world, days, author)
  const id = await addQuestion(world.db, world.body.id, { ...question, askedBy: author.id, askedAt: then.now, askedOn: then.today })
  const subject = subjectOf(id)
  await interested(then, subject, author.id, 'author')
  await openClock(then, { subject, reason: 'question', title: question.title, url: `/questions/${id}` })
  return subject
}

const answer = async (then: World<QuestionsTables>, subject: string, given: Parameters<typeof giveAnswer>[2]) => {
  const [clock] = await clocksAbout(then, subject)
  const decided = clock && (await giveAnswer(then, clock, given))
  if (!decided?.ok) throw new Error('The demonstration gives an answer that the rules refuse.')
}

/** The same commune some days ago, as that person. */
const at = (world: World<QuestionsTables>, days: number, person: CastMember): World<QuestionsTables> => {
  const today = addDays(world.today, days)
  const roles: Actor['roles'] = new Set(person.role ? ['resident', person.role] : ['resident'])
  return {
    ...world,
    today,
    now: `${today}T09:30:00.000Z`,
    actor: { personId: person.id, name: person.name, roles, services: [], college: collegeOf(roles), onBehalf: null },
  }
}
