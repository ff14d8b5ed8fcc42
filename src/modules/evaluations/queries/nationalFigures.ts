import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { NationalFigure } from '../schema.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>

/** Every figure of the country that was loaded, the latest of each first. */
export const nationalFigures = async ({ db, body }: Where): Promise<readonly NationalFigure[]> => {
  const { rows } = await sql<NationalFigure>`
    select id, indicator, value, scope, source, url, measured_on as "on", is_invented as "isInvented" from evaluations.national_figure
    where body_id = ${body.id} order by indicator, measured_on desc, id desc limit 200`.execute(db)
  return rows
}

export const addNationalFigure = ({ db, body, actor, now }: AnyWorld, figure: Omit<NationalFigure, 'id'>) =>
  sql`insert into evaluations.national_figure (body_id, indicator, value, scope, source, url, measured_on, is_invented, loaded_by, loaded_at)
    values (${body.id}, ${figure.indicator}, ${figure.value}, ${figure.scope}, ${figure.source}, ${figure.url}, ${figure.on}, ${figure.isInvented},
      ${actor.personId}, ${now})`.execute(db)
