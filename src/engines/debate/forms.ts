import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '#kernel/forms'
import { qualities, stances } from './rules/terms.ts'

const isHttp = (text: string) => {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol) && /^https?:\/\/[^/]+\./i.test(text)
  } catch {
    return false
  }
}
/** A web address that a browser may follow safely, or nothing. */
const address = optionalText(500).check(({ value, issues }) => {
  if (value !== '' && !isHttp(value)) issues.push({ code: 'invalid_format', format: 'url', input: value })
})
const sources = {
  sourceUrl1: address,
  sourceTitle1: optionalText(200),
  sourceUrl2: address,
  sourceTitle2: optionalText(200),
  sourceUrl3: address,
  sourceTitle3: optionalText(200),
}

export const NewArgument = z.object({ stance: oneOf(stances), text: requiredText(2000, 10), ...sources })
export type NewArgument = z.output<typeof NewArgument>
export const EditedArgument = NewArgument.omit({ stance: true })
export type EditedArgument = z.output<typeof EditedArgument>
export const NewReply = z.object({ text: requiredText(1500, 2) })
export type NewReply = z.output<typeof NewReply>
/** `back` is the page of the debate where the mark was given. */
export const QualityMark = z.object({ quality: oneOf(qualities), back: optionalText(200) })
export type QualityMark = z.output<typeof QualityMark>
/** Where the town hall answered: a page of this site, or a full web address. */
export const OfficialAnswer = z.object({
  url: requiredText(500).check(({ value, issues }) => {
    if (!/^\/(?!\/)/.test(value) && !isHttp(value)) issues.push({ code: 'invalid_format', format: 'url', input: value })
  }),
})
export type OfficialAnswer = z.output<typeof OfficialAnswer>

export interface Source {
  readonly url: string
  readonly title: string
}
/** The sources that were given, in order; a source without a title is named by its site. */
export const sourcesOf = (form: EditedArgument): readonly Source[] =>
  [
    { url: form.sourceUrl1, title: form.sourceTitle1 },
    { url: form.sourceUrl2, title: form.sourceTitle2 },
    { url: form.sourceUrl3, title: form.sourceTitle3 },
  ].flatMap(({ url, title }) => (url === '' ? [] : [{ url, title: title || new URL(url).host }]))
