/** The answers to one question, one entry per respondent, in the same order for every column. */
export type Column = SingleColumn | MultipleColumn

interface AnyColumn {
  readonly id: string
  /**
   * Asked only to those who gave one of `codes` to each of these questions (which come before it); absent: asked to everyone.
   * The questionnaire is public: whoever attacks the tables knows this too.
   */
  readonly asked?: readonly { readonly column: string; readonly codes: readonly string[] }[] | undefined
}

/** One answer at most; null for someone who did not answer or was not asked. */
export interface SingleColumn extends AnyColumn {
  readonly kind: 'single'
  /** Codes, in the order in which they are shown. */
  readonly categories: readonly string[]
  /** True for ages and scales: small answers are put together with a neighbour. */
  readonly ordered?: boolean | undefined
  readonly answers: readonly (string | null)[]
}

/** Any number of answers; null for someone who did not answer or was not asked; an empty list is "none of these". */
export interface MultipleColumn extends AnyColumn {
  readonly kind: 'multiple'
  readonly categories: readonly string[]
  readonly answers: readonly (readonly string[] | null)[]
}

export interface Microdata {
  readonly columns: readonly Column[]
  /** One per respondent, of mean 1, from `rake`; absent when nothing is weighted. */
  readonly weights?: readonly number[] | undefined
  /** The questions that weights depend on, when there are weights. */
  readonly weightedBy?: readonly string[] | undefined
  /** True for answers counted in a publication before and no longer (changed, taken back): they are in no table of today. */
  readonly left?: readonly boolean[] | undefined
}

/** Which tables are wanted. Identifiers are those of columns; `by` is a question with one answer. */
export interface Plan {
  readonly questions: readonly string[]
  readonly crossings: readonly { readonly question: string; readonly by: string }[]
  /** No count of people under it is published, nor can be worked out: `cellThreshold(day)`. */
  readonly threshold: number
  /** How many could have answered (inhabitants, members…); null when unknown. Used for the finite population correction. */
  readonly universe?: number | null | undefined
}

/** A part, 0 to 1, with its Wilson interval at 95 %. What it is worth is said by `tabulationWords` ('precision.open', 'precision.drawn', 'precision.everyone'). */
export interface Share {
  readonly share: number
  readonly low: number
  readonly high: number
}

/** Several codes when small answers were put together to be shown. */
export interface OneWayRow {
  readonly codes: readonly string[]
  readonly count: number
  /** Of those who answered the question. */
  readonly answered: Share | null
  /** The same after weighting, rounded to the percent. */
  readonly weighted: Share | null
}

export interface OneWayTable {
  readonly kind: 'one-way'
  /** The question. */
  readonly id: string
  readonly question: string
  /** How many answered, never weighted. */
  readonly base: number
  readonly rows: readonly OneWayRow[]
  /** Options of a multiple choice that are not shown at all. */
  readonly hidden: readonly string[]
}

/** Null is a hidden figure: say "masqué". Shares are of the column's base. */
export interface CrossCell {
  readonly count: number | null
  readonly answered: Share | null
  readonly weighted: Share | null
}

export interface CrossTable {
  readonly kind: 'crossing'
  /** `question×by` */
  readonly id: string
  readonly question: string
  readonly by: string
  /** One per group of `by`; `base` counts those of the group who answered the question. */
  readonly columns: readonly { readonly codes: readonly string[]; readonly base: number | null }[]
  readonly rows: readonly { readonly codes: readonly string[]; readonly total: number | null; readonly cells: readonly CrossCell[] }[]
  /** How many figures of this table are hidden. */
  readonly hidden: number
}

export type PublishedTable = OneWayTable | CrossTable

/**
 * Why a table is not published: `too-few` answered; `unanimous`: so few that everybody's answer would be known;
 * `unsafe`: nothing of it could be shown; `held`: subtracting the publication before would say what a few newcomers answered.
 */
export type Withheld = 'too-few' | 'unanimous' | 'unsafe' | 'held'

/** Everything that is published together about one survey. Plain data: keep it, later publications are checked against it. */
export interface Publication {
  /** How many took part. */
  readonly respondents: number
  readonly threshold: number
  readonly weighted: boolean
  /** Kish's design effect of the weights; 1 without weights. */
  readonly designEffect: number
  readonly tables: readonly PublishedTable[]
  readonly withheld: readonly { readonly id: string; readonly question: string; readonly by: string | null; readonly because: Withheld }[]
}

/** What the protection did, for the page on method and for the log. */
export interface Audit {
  /** Figures under the threshold that someone might want to work out. */
  readonly sensitive: number
  /** Figures that are hidden, those that protect others included. */
  readonly hidden: number
  /** Figures that no exchange of answers protects; their tables are not published. */
  readonly unproven: number
  readonly linearPrograms: number
  readonly milliseconds: number
}

/** A publication made before, and who was counted in it: one entry per row of the microdata of today. */
export interface Earlier {
  readonly publication: Publication
  readonly counted: readonly boolean[]
  /** Its weights, when it was weighted; of rows not counted, any. */
  readonly weights?: readonly number[] | undefined
}
