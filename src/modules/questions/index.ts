import { answerCounts } from '#engines/answers'
import { moderationOf } from '#engines/moderation'
import { defineService } from '#kernel/service'
import { startClock } from './ask.ts'
import { demo } from './demo.ts'
import { givenAnswers } from './givenAnswers.ts'
import { words } from './locales/index.ts'
import { findQuestions, forgetAsker, questions as newest, questionsOf } from './queries.ts'
import { subjectOf } from './question.ts'
import { outcomes } from './outcomes.ts'
import { routes } from './routes.tsx'

/** Anyone may ask the town hall a question, and it owes an answer: in time, reasoned, signed, public, open to one appeal. */
export const questions = defineService({
  id: 'questions',
  path: '/questions',
  title: { fr: 'Questions', en: 'Questions' },
  navigation: {
    section: 'propose',
    order: 50,
    about: {
      fr: 'Poser une question à la mairie, et lire les réponses déjà données.',
      en: 'Ask the town hall a question, and read the answers already given.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  events: {
    // Held until an agent had read it, or hidden and put back: the clock starts when everyone can read it.
    'question.released': (world, event) => startClock(world, event.subject),
    'question.restored': (world, event) => startClock(world, event.subject),
  },
  personalData: {
    held: [
      {
        what: { fr: 'Questions posées à la mairie, et par qui', en: 'Questions asked to the town hall, and by whom' },
        basis: { fr: 'Mission d’intérêt public', en: 'Public interest' },
        kept: {
          fr: 'La question : sans limite ; son auteur : jusqu’à l’effacement du compte',
          en: 'The question: without limit; its author: until the account is erased',
        },
      },
    ],
    columns: { 'questions.question.asked_by': 'anonymised' },
    erase: async (world, personId) => void (await forgetAsker(world.db, world.body.id, personId)),
    export: (world, personId) => questionsOf(world.db, world.body.id, personId),
  },
  search: [
    {
      id: 'questions',
      label: { fr: 'Questions à la mairie', en: 'Questions to the town hall' },
      find: async (world, asked, limit) => {
        const found = await findQuestions(world.db, world.body.id, asked, limit)
        const moderated = await moderationOf(
          world.db,
          world.body.id,
          found.map(one => subjectOf(one.id)),
        )
        return found
          .filter(one => moderated.get(subjectOf(one.id)).state === 'visible')
          .map(one => ({ title: one.title, url: `/questions/${one.id}`, excerpt: one.text.slice(0, 200).toWellFormed(), rank: one.rank }))
      },
    },
  ],
  home: [
    {
      order: 30,
      card: async world => {
        const t = words(world.locale)
        const { awaited, late } = await answerCounts(world, world.today)
        const owes = late > 0 && (world.actor.roles.has('agent') || world.actor.roles.has('elected'))
        return {
          title: t('home.title'),
          lead: t('home.lead', { awaited, late }),
          items: [{ title: t('questions.ask'), url: '/questions/nouvelle' }],
          more: { label: t('home.more'), url: '/reponses' },
          expected: owes ? { text: t('home.expected', { late }), url: '/reponses' } : null,
        }
      },
    },
  ],
  changes: givenAnswers,
  outcomes,
  demo,
  samples: async world => {
    const [question] = await newest(world.db, world.body.id, { size: 1, start: 0 })
    return { question: question?.id ?? '1', clock: '1' }
  },
})
