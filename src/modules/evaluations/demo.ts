import { closeCampaign, openCampaign } from './acts/campaigns.ts'
import { answer } from './acts/answer.ts'
import { declareChange } from './acts/declareChange.ts'
import { feedFirst, publishResults } from './acts/publishResults.ts'
import { invented, type InventedCampaign } from './data/invented.ts'
import { campaignById } from './queries/campaigns.ts'
import { addNationalFigure } from './queries/nationalFigures.ts'
import { startKiosk } from './queries/kiosks.ts'
import { addReading, addReply, publishedWords, waitingWords } from './queries/words.ts'
import type { Here } from './schema.ts'
import { addDays } from '#kernel/clock'
import { cast, type CastMember, daysAgo } from '#kernel/demonstration'
import { visitor } from '#kernel/people'
import { readServices } from '#modules/catalogue'
import { makeCommitment, settleDue } from '#modules/commitments'

/** Two invented services, each with three past campaigns and an open one; words, changes, and promises that the figures feed. */
export const demo = async (world: Here): Promise<void> => {
  const services = await readServices(world.db, world.body.id)
  for (const figure of invented.national)
    await addNationalFigure(at(world, -40, cast.claire), { ...figure, on: addDays(world.today, -300), url: null, isInvented: true })
  for (const told of invented.services) {
    const service = services.find(({ name }) => name === told.service)
    if (!service) continue
    for (const campaign of told.campaigns) {
      if (campaign === told.campaigns[1]) await promise(world, service, told)
      // What was due before this campaign opened is judged on the figures known by then.
      await settleDue(at(world, campaign.opens + 2, null))
      await live(world, service.id, campaign)
    }
    for (const change of told.changes) await changed(world, service, change)
  }
}

const live = async (world: Here, service: string, told: InventedCampaign) => {
  const opening = at(world, told.opens, cast.claire)
  const dates = { opensOn: opening.today, closesOn: addDays(world.today, told.closes) }
  const isOver = told.closes < 0
  const id = await openCampaign(opening, {
    service,
    ...dates,
    recurrence: isOver ? 'once' : 'quarter',
    questions: told.local,
    follows: null,
  })
  const campaign = id && (await campaignById(world, id))
  if (!campaign) return
  for (const [n, { after, words = '', channel, ...answers }] of told.answers.entries()) {
    const day = at(world, Math.min(told.opens + after, told.closes, 0), null)
    const done = await answer(day, campaign, { answers, words, channel, answerer: 'nobody' })
    if (!done.ok) throw new Error(`Answer ${n + 1} of the demonstration is refused: ${done.because}.`)
  }
  await read(world, told, campaign.id)
  if (isOver) return closeCampaign(at(world, told.closes + 1, null), campaign, '')
  await startKiosk(at(world, told.opens, cast.claire), campaign.id, 'Guichet 1')
  await publishResults(at(world, 0, null), campaign)
}

/** The town hall has read what was written in campaigns that are over, and answered some of it. */
const read = async (world: Here, told: InventedCampaign, campaign: string) => {
  if (told.closes >= 0) return
  const reader = at(world, told.closes + 3, cast.claire)
  for (const word of await waitingWords(world, { size: 200, start: 0 })) {
    if (word.campaign !== campaign) continue
    const refusal = word.proposed.includes('incapable')
    await addReading(reader, word.id, {
      verdict: refusal ? 'refused' : 'published',
      published: refusal ? null : word.proposed,
      reason: refusal ? 'Propos blessants envers une personne que l’on peut reconnaître.' : '',
    })
    const reply = told.replies.find(([part]) => !refusal && word.proposed.includes(part))
    if (reply) await addReply(at(world, told.closes + 6, cast.marc), word.id, reply[1])
  }
}

type Told = (typeof invented.services)[number]

const changed = async (world: Here, service: { id: string; name: string }, change: Told['changes'][number]) => {
  const { on, from, ...facts } = change
  const day = at(world, on, cast.claire)
  const word = (await publishedWords(world, service.id, { size: 200, start: 0 })).find(({ published }) => published?.includes(from))
  await declareChange(day, service, { ...facts, on: day.today, word: word?.id ?? null, campaign: word?.campaign ?? null })
}

const promise = async (world: Here, service: { id: string; name: string }, { promised }: Told) => {
  const { on, due, ...facts } = promised
  const id = await makeCommitment(at(world, on, cast.paul), {
    ...facts,
    decisionUrl: `/services/${service.id}`,
    decision: `service:${service.id}`,
    committee: null,
    service: service.id,
    measure: null,
    ownerKind: 'elected',
    ownerName: cast.paul.name,
    ownerFunction: cast.paul.title,
    dueOn: addDays(world.today, due),
    reviewOn: null,
  })
  await feedFirst(at(world, on, null), id)
}

/** The same commune some days from today, as that person; as nobody when null. */
const at = (world: Here, days: number, person: CastMember | null): Here => {
  const then = daysAgo(world, -days, person ?? cast.claire)
  return person ? then : { ...then, actor: visitor }
}
