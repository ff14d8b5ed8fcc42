import { SearchBox } from './searchBox.tsx'

export const examples = { liste: () => <SearchBox action="/mesures" label="Chercher une mesure" value="marché" id="mots-exemple" /> }
