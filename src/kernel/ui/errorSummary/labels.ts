import type { Labels } from '../frame.ts'

// The summary is drawn before the fields it names: it leaves a place, filled once their labels are known.
// Private-use characters stand in no name of ours; in typed text they could only show a label of this same page.
const [opening, closing] = ['\ue000', '\ue001']
const place = new RegExp(`${opening}([\\w.-]+)${closing}`, 'g')

/** Holds the place of the label of that field. */
export const placeForLabel = (id: string) => `${opening}${id}${closing}`

/** Writes the labels in their places, each before a colon (typed as its language does) unless it is a question; a field without label leaves nothing. */
export const fillLabels = (page: string, labels: Labels, colon: string) =>
  page.includes(opening)
    ? page.replace(place, (_, id: string) =>
        labels.has(id) ? `${escaped(labels.get(id)!)}${/[?!:]$/.test(labels.get(id)!) ? ' ' : colon}` : '',
      )
    : page

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
