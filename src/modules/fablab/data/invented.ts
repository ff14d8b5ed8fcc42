/** An invented workshop: its machines, what they take, its rules. */
export const safety = `# Avant de commencer

Cheveux attachés, pas de manche large, chaussures fermées. On ne mange pas près des machines.

# Pendant

On ne laisse jamais une machine travailler seule. Une fumée inhabituelle : arrêt d’urgence, puis on appelle l’équipe.

# La découpeuse laser

L’aspiration est allumée avant la première découpe et cinq minutes après la dernière. L’extincteur CO₂ est à gauche de la porte. Le PVC et tout plastique chloré sont interdits : leur fumée est toxique et ronge la machine.

# Après

On nettoie, on trie les chutes, on note ce qu’on a utilisé et ce qui ne va pas.`

export const materials = [
  { name: 'Contreplaqué de peuplier 3 mm', unit: 'cm2', centsPerUnit: 0.4 },
  { name: 'Acrylique (PMMA) 3 mm', unit: 'cm2', centsPerUnit: 1.2 },
  { name: 'PVC', unit: 'cm2', centsPerUnit: 0 },
  { name: 'Cuir au chrome', unit: 'cm2', centsPerUnit: 0 },
  { name: 'Fil PLA', unit: 'g', centsPerUnit: 5 },
  { name: 'Fil ABS', unit: 'g', centsPerUnit: 6 },
  { name: 'Vinyle adhésif', unit: 'm', centsPerUnit: 350 },
  { name: 'Fil à coudre', unit: 'm', centsPerUnit: 2 },
] as const

/** What is followed on the shelf: the mark under which somebody buys more, and what was counted. */
export const shelf = [
  ['Fil PLA', 500, 900],
  ['Vinyle adhésif', 5, 22],
  ['Contreplaqué de peuplier 3 mm', 10_000, 36_000],
] as const

export const machines = [
  {
    name: 'Découpeuse laser',
    kind: 'laser',
    description: 'Découpe et grave le bois, le carton, l’acrylique, jusqu’à 60 × 40 cm.',
    risk: 3,
    model: 'CO₂, 60 W',
    care: 'Aspiration allumée ; jamais sans surveillance.',
    permit: { name: 'fablab:laser', label: 'Formation à la découpeuse laser', months: 24 },
    takes: ['Contreplaqué de peuplier 3 mm', 'Acrylique (PMMA) 3 mm'],
    refuses: [
      ['PVC', 'Sa fumée contient de l’acide chlorhydrique : toxique, et elle ronge la machine.'],
      ['Cuir au chrome', 'Sa fumée contient du chrome.'],
    ],
    cents: 400,
    minutes: 180,
  },
  {
    name: 'Imprimante 3D',
    kind: 'printer',
    description: 'Pièces en plastique jusqu’à 20 cm de côté : réparer, remplacer, inventer.',
    risk: 2,
    model: 'Dépôt de fil, buse de 0,4 mm',
    care: 'La buse est à 200 °C.',
    permit: { name: 'fablab:printer', label: 'Formation à l’imprimante 3D', months: 36 },
    takes: ['Fil PLA'],
    refuses: [['Fil ABS', 'Il demande un caisson fermé et ventilé, que nous n’avons pas encore.']],
    cents: 100,
    minutes: 480,
  },
  {
    name: 'Découpeuse vinyle',
    kind: 'vinyl',
    description: 'Autocollants, lettrages, flocage de tissu, jusqu’à 60 cm de large.',
    risk: 1,
    model: 'Lame traînante',
    care: '',
    permit: null,
    takes: ['Vinyle adhésif'],
    refuses: [],
    cents: 200,
    minutes: 120,
  },
  {
    name: 'Machine à coudre',
    kind: 'sewing',
    description: 'Ourlets, retouches, sacs, costumes. Deux machines, une surjeteuse.',
    risk: 1,
    model: '',
    care: '',
    permit: null,
    takes: ['Fil à coudre'],
    refuses: [],
    cents: 0,
    minutes: 180,
  },
] as const

/** What came to the last repair café: object, category of the standard, brand, year, fault, outcome, barrier, grams. */
export const repairs = [
  ['Grille-pain', 31, 'Moulinex', 2012, 'Ne chauffe plus d’un côté : fil dessoudé', 'Fixed', '', 1100],
  ['Ordinateur portable', 16, 'Lenovo', 2016, 'Très lent : disque remplacé', 'Fixed', '', 2100],
  ['Aspirateur', 34, 'Rowenta', 2014, 'Cordon coupé', 'Fixed', '', null],
  ['Lampe de bureau', 15, '', null, 'Interrupteur cassé, refait à l’imprimante 3D', 'Fixed', '', 800],
  ['Cafetière', 36, 'Krups', 2010, 'Fuit par la pompe', 'End of life', 'Spare parts not available', null],
  ['Machine à coudre', 27, 'Singer', 1978, 'Courroie usée', 'Repairable', '', null],
  ['Casque audio', 11, 'Sony', 2019, 'Coussinets et fil', 'Fixed', '', 260],
  ['Robot de cuisine', 37, 'Kenwood', 2005, 'Moteur grillé', 'End of life', 'Spare parts too expensive', null],
  ['Téléphone', 19, 'Fairphone', 2020, 'Batterie', 'Fixed', '', null],
  ['Bouilloire', 14, '', 2021, 'Boîtier collé, on ne peut pas l’ouvrir', 'End of life', 'No way to open product', null],
] as const

/** What a neighbour’s repair café sent, with one line that does not keep the standard. */
export const partnerFile = `id,data_provider,country,partner_product_category,product_category,product_category_id,brand,year_of_manufacture,product_age,repair_status,repair_barrier_if_end_of_life,group_identifier,event_date,problem
orsigny-1,Repair café d’Orsigny,FRA,Radio,Portable radio,23,Unknown,,,Fixed,,Repair café d’Orsigny,2026-10-10,Faux contact
orsigny-2,Repair café d’Orsigny,FRA,Fer à repasser,Iron,40,Calor,2015,11,End of life,Too worn out,Repair café d’Orsigny,2026-10-10,
orsigny-3,Repair café d’Orsigny,FRA,Jouet,Toy,32,Unknown,,,Réparé,,Repair café d’Orsigny,2026-10-10,Piles collées
`
