import { FeedLink } from './feedLink.tsx'

export const examples = { agenda: () => <FeedLink href="#agenda.ics" type="text/calendar" label="Ajouter à mon agenda" /> }
