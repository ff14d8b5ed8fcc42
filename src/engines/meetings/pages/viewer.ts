export interface Viewer {
  readonly personId: string | null
  readonly sits: boolean
  readonly runs: boolean
}
