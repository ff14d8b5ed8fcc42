import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Answerer, type Channel, draftOf, type Draft, type StoredQuestionnaire, questionnaireOf } from '#engines/surveys'
import { deviceOf, notFound, townHall } from '#kernel/http'
import type { AnyWorld } from '#kernel/world'
import { type Survey, surveyById } from './queries/surveys.ts'
import type { Request } from './schema.ts'
import { subjectOf } from './subject.ts'

/** A survey and its questions, as a request finds them. */
export interface Found {
  readonly survey: Survey
  readonly questionnaire: StoredQuestionnaire
}

/** Does what the handler says with the survey of this request; 404 when there is none, or when it is not opened yet. */
export const withSurvey = (work: (c: Request, found: Found) => Response | Promise<Response>) => async (c: Request) => {
  const id = c.req.param('survey') ?? '0'
  const [survey, questionnaire] = [await surveyById(c.var, id), await questionnaireOf(c.var, subjectOf(id))]
  if (!survey || !questionnaire) return notFound(c)
  if (survey.standing === 'preparing' && !townHall.allows(c.var.actor)) return notFound(c)
  return work(c, { survey, questionnaire })
}

/** How somebody is answering: what is counted, in whose seat, and where their draft is kept. */
export interface Answering {
  readonly mode: 'real' | 'counter' | 'trial'
  readonly channel: Channel
  readonly draftKey: Exclude<Answerer, 'nobody'> | null
  readonly seat: Answerer | null
  /** Carried from page to page on the tablet of the counter. */
  readonly counterKey: string | null
  readonly draft: Draft | undefined
}

/**
 * Who is answering this request. A browser is given its token only when it acts (`isActing`): a page that is only read leaves
 * nothing behind. A survey open to anyone never looks at who is signed in, unless an agent is keying in for somebody.
 */
export const answeringOf = async (c: Request, { survey, questionnaire }: Found, isActing: boolean): Promise<Answering> => {
  const { actor } = c.var
  const key = c.req.query('borne') ?? null
  const isCounter = key !== null && survey.audience === 'anyone' && isCounterKey(c.var, survey.id, key)
  const isTrial = survey.standing === 'preparing'
  const device = (scope: string) => (isActing || hasDevice(c) ? { device: deviceOf(c, scope).key } : null)
  const person = actor.personId === null ? null : { person: actor.personId }
  const asPerson = isTrial || survey.audience !== 'anyone' || actor.onBehalf !== null
  const draftKey = isCounter ? device(`survey:${survey.id} counter`) : asPerson ? person : device(`survey:${survey.id}`)
  return {
    mode: isTrial ? 'trial' : isCounter ? 'counter' : 'real',
    channel: isCounter ? 'counter' : channelOf(c),
    draftKey,
    seat: isCounter ? 'nobody' : draftKey,
    counterKey: isCounter ? key : null,
    draft: draftKey ? await draftOf(c.var, questionnaire.id, draftKey) : undefined,
  }
}

const channelOf = (c: Request): Channel => {
  const channel = c.var.actor.onBehalf?.channel
  return channel === 'paper' || channel === 'phone' ? channel : channel === 'desk' ? 'counter' : 'screen'
}
const hasDevice = (c: Request) => /(?:^|;\s*)(?:__Host-)?yvette\.appareil=/.test(c.req.header('cookie') ?? '')

/** Opens the survey on the tablet of the counter: whoever has this address answers as nobody in particular. */
export const counterKeyOf = ({ signingKey, body }: Pick<AnyWorld, 'signingKey' | 'body'>, survey: string) =>
  createHmac('sha256', signingKey).update(`survey counter ${body.id} ${survey}`).digest().subarray(0, 12).toString('base64url')
const isCounterKey = (world: Pick<AnyWorld, 'signingKey' | 'body'>, survey: string, key: string) => {
  const [ours, theirs] = [Buffer.from(counterKeyOf(world, survey)), Buffer.from(key)]
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}
