import { dayInParis, systemClock } from '#kernel/clock'
import { keepEnvironment } from '#kernel/config'
import { connect, type Database, type Db, sql } from '#kernel/db'
import { prepareDatabase } from '#kernel/house'
import { addPerson, grantRole, type PeopleTables } from '#kernel/people'
import { claimDatabase, markInstance } from '../claimDatabase.ts'
import { type Call, type Command, Refused } from '../command.ts'
import { type Answers, collect, type InitQuestion, initQuestions } from '../initQuestions.ts'
import { rooms } from '../inHouse.ts'
import { mailServerAnswers } from '../mailServerAnswers.ts'
import { openDatabase } from '../openDatabase.ts'

const option = ({ help, shows }: InitQuestion) => ({ type: 'string' as const, shows, help })

export const initCommand: Command = {
  name: 'init',
  options: Object.fromEntries(initQuestions.map(question => [question.option, option(question)])),
  summary: {
    fr: 'Prépare une instance de production : collectivité, administrateur, adresse, courrier.',
    en: 'Sets up a production instance: body, administrator, address, mail.',
  },
  help: {
    fr: 'Pose les questions auxquelles aucune option ne répond. Les clés sont créées dans secrets.json, les réglages gardés dans yvette.env, tous deux dans le dossier de données.',
    en: 'Asks what no option answers. The keys are made in secrets.json, the settings kept in yvette.env, both in the data folder.',
  },
  async run(call) {
    const { config, locale, t } = call
    const instance = await openDatabase(config)
    const { cluster } = instance
    try {
      if ((await claimDatabase(cluster, 'production', locale)) === 'ready') throw new Refused(t('init.already'))
      const answers = await collect(call)
      call.say(await mailState(answers, call))
      await prepareDatabase(cluster.url('owner'), rooms, line => call.tell(`  ${line}`))
      await markInstance(cluster, 'production', false)
      const owner = connect(cluster.url('owner'), { size: 1, name: 'yvette-init' })
      try {
        await writeBody(owner, answers)
      } finally {
        await owner.close()
      }
      keepEnvironment(config.dataFolder, {
        YVETTE_URL: answers.url,
        YVETTE_TRUSTED_PROXIES: answers.proxies,
        YVETTE_SMTP_URL: answers.smtp,
        YVETTE_MAIL_FROM: answers.smtp && answers.from,
      })
      await markInstance(cluster, 'production', true)
      call.say(t('init.done', { name: answers.name, email: answers.email }))
      return 0
    } finally {
      await cluster.stop()
    }
  },
}

const mailState = async ({ smtp }: Answers, { t }: Call) => {
  if (!smtp) return t('init.noMail')
  const refusal = await mailServerAnswers(smtp)
  return refusal === null ? t('init.mailAnswers') : t('init.mailSilent', { reason: refusal })
}

/** One transaction: an interrupted set-up is begun again, not completed by halves. */
const writeBody = (owner: Database, answers: Answers) =>
  owner.transact<PeopleTables, void>({ body: null, person: null }, async db => {
    const { rows } = await sql<{ id: number }>`
      insert into kernel.body (slug, name, kind, siren, insee, population, host)
      values (${answers.slug}, ${answers.name}, ${answers.kind}, ${answers.siren?.slice(0, 9) || null}, ${answers.insee || null},
        ${answers.population ? Number(answers.population) : null}, ${new URL(answers.url!).hostname})
      on conflict (slug) do update set name = excluded.name returning id`.execute(db)
    const body = rows[0]!.id
    const since = dayInParis(systemClock())
    const personId = await administrator(db, body, answers)
    await sql`delete from kernel.role where body_id = ${body} and person_id = ${personId}`.execute(db)
    await grantRole(db, body, { personId, role: 'administrator', since })
  })

const administrator = async (db: Db<PeopleTables>, body: number, { admin, email }: Answers): Promise<string> => {
  const known = await sql<{ id: string }>`select person_id as id from kernel.contact where lower(email) = lower(${email})`.execute(db)
  return known.rows[0]?.id ?? addPerson(db, body, { name: admin!, email: email! })
}
