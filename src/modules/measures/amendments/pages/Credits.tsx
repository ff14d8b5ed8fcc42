import type { T } from '../locales/index.ts'
import type { Credit } from '../queries/readVersions.ts'
import type { MeasureName } from './crumbs.ts'

/** Everyone whose words are in a version, each with the amendment that brought them. */
export const Credits = ({ t, measure, credits }: { t: T; measure: MeasureName; credits: readonly Credit[] }) => (
  <ul>
    {credits.map(({ personId, name, part }) => {
      const id = /^amendment:(\d+)$/.exec(part)?.[1]
      return (
        <li key={`${personId} ${part}`}>
          {id ? <a href={`/mesures/${measure.id}/amendements/${id}`}>{t('version.creditOf', { name, id })}</a> : name}
        </li>
      )
    })}
  </ul>
)
