import { decisionsOf, meetingsWorld } from '#engines/meetings'
import { addDays } from '#kernel/clock'
import { cast, type CastMember, daysAgo } from '#kernel/demonstration'
import { readServices } from '#modules/catalogue'
import { latestMeasures } from '#modules/measures'
import { makeCommitment, recordReading, settleDue, takeStep, type NewPromise } from './acts.ts'
import { addMilestone, followUp, recordMoney, setClause, stepMilestone } from './followUp.ts'
import { commitmentById } from './queries.ts'
import type { Here } from './schema.ts'

/**
 * Invented promises: one kept, one in danger whose day was put off, two missed, one that has just begun. One of the missed was
 * made by a vote of the committee of school meals, to which it returns.
 */
export const demo = async (world: Here): Promise<void> => {
  const services = await readServices(world.db, world.body.id)
  const measures = await latestMeasures(world.db, world.body.id, 500)
  const service = (name: string) => services.find(one => one.name === name)?.id ?? null
  const by = (title: string) => {
    const measure = measures.find(one => one.title === title)
    return {
      decision: `measure:${measure?.id ?? 1}`,
      decisionTitle: title,
      decisionUrl: `/mesures/${measure?.id ?? 1}`,
      measure: measure?.id ?? null,
      committee: null,
    }
  }

  const kept = await promised(world, -210, cast.paul, {
    ...by('Reprendre le marché en main'),
    title: 'Six producteurs de la vallée au marché du samedi',
    text: 'Les emplacements du haut sont réservés aux fermes à moins de trente kilomètres ; la redevance est la même pour tous.',
    service: service('Marché du centre'),
    ownerKind: 'elected',
    ownerName: cast.paul.name,
    ownerFunction: cast.paul.title,
    indicator: 'Producteurs de la vallée présents chaque samedi',
    unit: 'producteurs',
    direction: 'at-least',
    target: 6,
    source: 'readings',
    dueOn: addDays(world.today, -20),
    reviewOn: addDays(world.today, -90),
  })
  for (const [days, value] of [
    [-180, 2],
    [-120, 4],
    [-88, 5],
    [-25, 7],
  ] as const)
    await measured(world, days, cast.marc, kept, value, 'Comptage du placier, moyenne de quatre samedis (chiffre inventé)')
  await noted(
    world,
    -88,
    cast.marc,
    kept,
    'progress',
    'Deux fermes de plus ont signé pour l’année. Il reste un emplacement à électrifier.',
    null,
  )

  const missed = await promised(world, -240, cast.claire, {
    ...by('Repenser ensemble les services de proximité'),
    title: 'Un rendez-vous pour une carte d’identité en moins de vingt jours',
    text: 'Un deuxième poste de recueil est demandé à la préfecture, et les rendez-vous non honorés sont remis en ligne le jour même.',
    service: service('Accueil et état civil'),
    ownerKind: 'service',
    ownerName: 'Accueil et état civil',
    indicator: 'Délai pour obtenir un rendez-vous',
    unit: 'jours',
    direction: 'at-most',
    target: 20,
    source: 'readings',
    dueOn: addDays(world.today, -12),
    reviewOn: addDays(world.today, -100),
  })
  for (const [days, value] of [
    [-235, 46],
    [-150, 38],
    [-98, 33],
    [-14, 29],
  ] as const)
    await measured(world, days, cast.claire, missed, value, 'Agenda des rendez-vous, premier créneau libre (chiffre inventé)')
  await noted(world, -98, cast.claire, missed, 'progress', 'Le deuxième poste est accordé, mais pas encore livré.', null)

  const [weighing] = (await decisionsOf(meetingsWorld(world), 'committee:', { exactly: false })).filter(({ question, itemTitle }) =>
    `${itemTitle} ${question}`.includes('restes'),
  )
  if (weighing) {
    const wasted = await promised(world, -60, cast.marc, {
      decision: `vote:${weighing.id}`,
      decisionTitle: weighing.question,
      decisionUrl: weighing.url,
      measure: null,
      committee: weighing.owner.slice('committee:'.length),
      title: 'Moins de quatre-vingt-dix grammes jetés par repas',
      text: 'Les portions sont servies à la demande, et le pain passe en fin de self.',
      service: service('Restauration scolaire'),
      ownerKind: 'service',
      ownerName: 'Restauration scolaire',
      indicator: 'Restes par repas',
      unit: 'grammes',
      direction: 'at-most',
      target: 90,
      source: 'readings',
      dueOn: addDays(world.today, -12),
      reviewOn: addDays(world.today, 60),
    })
    for (const [days, value] of [
      [-58, 128],
      [-40, 117],
      [-14, 104],
    ] as const)
      await measured(world, days, cast.marc, wasted, value, 'Pesée d’une semaine à l’école (chiffre inventé)')
  }

  const risky = await promised(world, -150, cast.paul, {
    ...by('Un bus pour tous les usages'),
    title: 'Le bus de la vallée à l’heure, neuf fois sur dix',
    text: 'L’horaire du soir est réécrit avec les conducteurs, et l’arrêt de la gare est déplacé.',
    service: service('Bus de la vallée'),
    ownerKind: 'elected',
    ownerName: cast.paul.name,
    ownerFunction: cast.paul.title,
    indicator: 'Passages à l’heure, à trois minutes près',
    unit: '%',
    direction: 'at-least',
    target: 90,
    source: 'readings',
    dueOn: addDays(world.today, 20),
    reviewOn: addDays(world.today, -9),
  })
  for (const [days, value] of [
    [-140, 71],
    [-80, 76],
    [-35, 79],
  ] as const)
    await measured(world, days, cast.marc, risky, value, 'Relevé du transporteur (chiffre inventé)')
  await noted(
    world,
    -30,
    cast.paul,
    risky,
    'delay',
    'Les travaux du pont ferment la rue des Écoles jusqu’au printemps.',
    addDays(world.today, 80),
  )

  await promised(world, -15, cast.marc, {
    ...by('Accompagner la rénovation des logements'),
    title: 'Un premier conseil de rénovation en trois semaines',
    service: service('Conseil en rénovation'),
    ownerKind: 'agent',
    ownerName: cast.marc.name,
    ownerFunction: cast.marc.title,
    indicator: 'Délai avant le premier conseil',
    unit: 'jours',
    direction: 'at-most',
    target: 21,
    source: 'readings',
    dueOn: addDays(world.today, 200),
    reviewOn: addDays(world.today, 90),
  })
  await settleDue(at(world, -11, null))
  await followed(world, { kept, missed, risky })
}

/** Steps, money and clauses of three of them: one done in time, one late twice, one that spends more slowly than voted. */
const followed = async (world: Here, { kept, missed, risky }: { kept: string; missed: string; risky: string }) => {
  await steps(world, -205, cast.paul, kept, [
    ['La redevance est votée', -170, -172],
    ['Les six emplacements sont électrifiés', -60, -64],
  ])
  await paid(world, kept, [
    ['voted', -205, 1_800_000, 'Marché du centre, électrification', 'Budget de l’année (invention)'],
    ['spent', -62, 1_642_080, 'Bornes et branchements', 'Facture de l’entreprise (invention)'],
  ])
  await steps(world, -238, cast.claire, missed, [
    ['Le deuxième poste est accordé', -110, -98],
    ['Le deuxième poste est livré', -60, null],
  ])
  await paid(world, missed, [
    ['voted', -238, 950_000, 'Accueil, mobilier et matériel', 'Budget de l’année (invention)'],
    ['spent', -30, 214_500, 'Guichet et chaises', 'Facture du menuisier (invention)'],
  ])
  await steps(world, -148, cast.paul, risky, [
    ['Le nouvel horaire du soir est écrit avec les conducteurs', -70, -66],
    ['L’arrêt de la gare est déplacé', -20, null],
    ['Les conducteurs sont formés', 40, null],
  ])
  await paid(world, risky, [
    ['voted', -148, 6_200_000, 'Bus de la vallée, avenant au contrat', 'Budget de l’année (invention)'],
    ['spent', -40, 2_875_000, 'Premier trimestre de l’avenant', 'Facture du transporteur (invention)'],
  ])
  const then = at(world, -148, cast.paul)
  const commitment = await commitmentById(then, risky)
  if (commitment) await setClause(then, commitment, { kind: 'late', on: null, amount: 30, condition: '', agenda: 'council' })
  for (const id of [missed, risky]) {
    const late = await commitmentById(world, id)
    if (late) await followUp(at(world, 0, null), late)
  }
}

type StepLine = readonly [title: string, due: number, done: number | null]
const steps = async (world: Here, days: number, person: CastMember, id: string, lines: readonly StepLine[]) => {
  for (const [title, due] of lines) {
    const then = at(world, days, person)
    const commitment = await commitmentById(then, id)
    if (commitment) await addMilestone(then, commitment, { title, dueOn: addDays(world.today, due) })
  }
  for (const [title, , done] of lines.filter(([, , day]) => day !== null)) {
    const then = at(world, done ?? 0, person)
    const commitment = await commitmentById(then, id)
    const milestone = commitment?.milestones.find(one => one.title === title)
    if (commitment && milestone) await stepMilestone(then, commitment, milestone, { kind: 'done', note: '', dueOn: null })
  }
}

type PaidLine = readonly [kind: 'voted' | 'spent', days: number, cents: number, label: string, source: string]
const paid = async (world: Here, id: string, lines: readonly PaidLine[]) => {
  for (const [kind, days, cents, label, source] of lines) {
    const then = at(world, days, cast.marc)
    const commitment = await commitmentById(then, id)
    if (commitment) await recordMoney(then, commitment, { kind, cents, on: then.today, label, source })
  }
}

const promised = (world: Here, days: number, person: CastMember, promise: NewPromise) => makeCommitment(at(world, days, person), promise)

const measured = (world: Here, days: number, person: CastMember, commitment: string, value: number, source: string) => {
  const then = at(world, days, person)
  return recordReading(then, { commitment, on: then.today, value, source })
}

const noted = async (
  world: Here,
  days: number,
  person: CastMember,
  id: string,
  kind: 'progress' | 'delay',
  note: string,
  dueOn: string | null,
) => {
  const then = at(world, days, person)
  const commitment = await commitmentById(then, id)
  const verdict = commitment && (await takeStep(then, commitment, { kind, note, dueOn }))
  if (!verdict?.ok) throw new Error('The demonstration takes a step that the rules refuse.')
}

/** The same commune some days from today, as that person; as the platform itself when null. */
const at = (world: Here, days: number, person: CastMember | null): Here => {
  const then = daysAgo(world, -days, person ?? cast.claire)
  return person ? then : { ...then, actor: world.actor }
}
