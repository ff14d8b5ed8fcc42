import type { AnyWorld } from '#kernel/world'
import { deliberationUrl } from '../council.ts'
import { matterNamed } from '../matters.ts'
import { type DeliberationLine, deliberationsOf } from '../queries/deliberations.ts'
import { fullName } from '../rules/matters.ts'
import { councilSettings } from '../settings.ts'

type Place = Pick<AnyWorld, 'db' | 'body' | 'url'>

/** Deliberations adopted or noted, as the SCDL schema names their columns. Without a SIRET there is no valid file: no line is given. */
export const scdlRecords = async function* (world: Place): AsyncGenerator<Record<string, unknown>> {
  const { siret, prefecture } = await councilSettings(world)
  if (siret === '') return
  const size = 500
  for (let start = 0; ; start += size) {
    const { deliberations, hasMore } = await deliberationsOf(world, {}, { size, start })
    for (const one of deliberations) if (one.outcome !== 'rejected') yield scdlRecord(world, one, siret, prefecture)
    if (!hasMore) return
  }
}

const scdlRecord = (world: Place, one: DeliberationLine, siret: string, prefecture: string): Record<string, unknown> => {
  const matter = matterNamed(one.matter)
  const counted = one.votesFor !== null
  const [votesFor, votesAgainst, abstentions] = [one.votesFor ?? 0, one.votesAgainst ?? 0, one.abstentions ?? 0]
  return {
    COLL_NOM: world.body.name,
    COLL_SIRET: siret,
    DELIB_ID: one.label,
    DELIB_DATE: one.heldOn,
    DELIB_MATIERE_CODE: one.matter,
    DELIB_MATIERE_NOM: matter ? fullName(matter) : '',
    DELIB_OBJET: one.title.replaceAll(/\s+/g, ' '),
    BUDGET_ANNEE: one.budgetYear,
    BUDGET_NOM: one.budgetName,
    PREF_ID: one.receivedOn === null ? '' : prefecture,
    PREF_DATE: one.receivedOn ?? '',
    VOTE_EFFECTIF: counted ? one.sitting : null,
    VOTE_REEL: counted ? votesFor + votesAgainst + abstentions : null,
    VOTE_POUR: counted ? votesFor : null,
    VOTE_CONTRE: counted ? votesAgainst : null,
    VOTE_ABSTENTION: counted ? abstentions : null,
    DELIB_URL: `${world.url}${deliberationUrl(one.id, '/texte.pdf')}`,
  }
}
