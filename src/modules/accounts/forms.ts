import { z } from 'zod'
import { checkbox, day, email, oneOf, optionalText, requiredText } from '#kernel/forms'
import { locales } from '#kernel/i18n'
import { organisationKinds } from './schema.ts'

export const AskLink = z.object({ email, retour: optionalText(1500) })
export const Welcome = z.object({ name: requiredText(80, 2), oldEnough: checkbox.pipe(z.literal(true)), retour: optionalText(1500) })
export const PublicName = z.object({ name: requiredText(80, 2) })
export const ChosenLanguage = z.object({ locale: oneOf(locales) })
export const NewEmail = z.object({ email })
export const WhichOne = z.object({ id: requiredText(120) })
export const DemonstrationEntry = z.object({ person: z.uuid(), retour: optionalText(1500) })
export const AskLetter = z.object({ address: requiredText(300, 8) })
export const PostedCode = z.object({ code: requiredText(40) })
export const NewWard = z.object({ name: requiredText(80, 2), birthDate: day, authority: checkbox.pipe(z.literal(true)) })
export const WardChosen = z.object({ ward: z.uuid() })
export const AskMembership = z.object({ organisation: requiredText(120, 2), kind: oneOf(organisationKinds), title: optionalText(120) })
export const MembershipAnswer = z.object({ request: z.string().regex(/^\d{1,18}$/), answer: oneOf(['accepted', 'refused']) })
export const Confirmed = z.object({ sure: checkbox.pipe(z.literal(true)) })
