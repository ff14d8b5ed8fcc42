import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale } from '#kernel/i18n'
import { words } from './locales/index.ts'

/** A place in the main navigation, and whether this page is in it. */
export interface Place {
  readonly href: string
  readonly label: string
  readonly isHere: boolean
}
/** What surrounds every page: the commune, the person, where they are. */
export interface FrameData {
  readonly body: { readonly name: string; readonly arms: string | null; readonly accent: string | null }
  readonly actor: {
    readonly personId: string | null
    readonly name: string
    readonly onBehalf: null | {
      readonly keyedByName: string
      readonly channel: 'paper' | 'desk' | 'phone' | 'guardian'
      readonly form: string | null
    }
  }
  readonly locale: Locale
  /** Path of this page, without host. */
  readonly path: string
  /** Whole address of this page, for paper. */
  readonly address: string
  readonly demonstration: boolean
  readonly navigation: readonly (Place & { readonly rooms: readonly Place[] })[]
  /** Notices this person has not read. */
  readonly unread?: number
}

/** A frame for drawing a component alone. */
export const bareFrame: FrameData = {
  body: { name: 'Yvette', arms: null, accent: null },
  actor: { personId: null, name: '', onBehalf: null },
  locale: 'fr',
  path: '/',
  address: '/',
  demonstration: false,
  navigation: [],
}

/** Labels of the fields drawn on this page, by their id; the summary of errors names them. */
export type Labels = Map<string, string>

export const FrameContext = createContext<FrameData>(bareFrame)
export const LabelsContext = createContext<Labels>(new Map())

export const useFrame = () => useContext(FrameContext)
/** The sentences of the components, in the language of the page. */
export const useWords = () => words(useFrame().locale)
