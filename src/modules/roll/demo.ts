import { type CastName, daysAgo, member } from '#kernel/demonstration'
import { recordProof } from './queries/proofs.ts'
import { addRule, publishRule } from './queries/rollRules.ts'
import type { Here } from './schema.ts'

/** Two rules in force and one in preparation; a few invented people whose age was proven at the desk. */
export const demo = async (here: Here): Promise<void> => {
  const at = (days: number, who: CastName) => daysAgo(here, days, member(who))
  const open = { residence: 'verified', college: null, association: false, identity: false } as const
  const everybody = await addRule(at(90, 'claire'), {
    ...open,
    name: 'Habitants de tout âge',
    explanation: 'Les votes sur la vie quotidienne sont ouverts à tous ceux qui vivent ici, collégiens compris.',
    minimumAge: null,
    decidedBy: 'Délibération inventée du 12 février',
  })
  await publishRule(at(88, 'claire'), everybody)
  const sixteen = await addRule(at(60, 'claire'), {
    ...open,
    name: 'Habitants de 16 ans et plus',
    explanation: 'Pour les votes qui engagent le budget de plusieurs années, la commune demande 16 ans et un domicile vérifié.',
    minimumAge: 16,
    decidedBy: 'Délibération inventée du 12 février',
  })
  await publishRule(at(58, 'claire'), sixteen)
  await addRule(at(3, 'claire'), {
    ...open,
    name: 'Associations de la commune',
    explanation: 'Pour le choix des créneaux de la salle : une personne par association, à préciser avant de publier.',
    minimumAge: 16,
    association: true,
    decidedBy: '',
  })
  for (const name of ['amina', 'louis', 'karim', 'sophie'] as const)
    await recordProof(at(40, 'marc'), { personId: member(name).id, kind: 'age', atLeastAge: 18, seenOn: at(40, 'marc').today })
}
