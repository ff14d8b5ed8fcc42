import type { VNode } from 'preact'
import { examples as actions } from './actions/examples.tsx'
import { examples as address } from './address/examples.tsx'
import { examples as answerSheet } from './answerSheet/examples.tsx'
import { examples as agreement } from './agreement/examples.tsx'
import { examples as answeredAgainst } from './answeredAgainst/examples.tsx'
import { examples as arrivals } from './arrivals/examples.tsx'
import { examples as ballot } from './ballot/examples.tsx'
import { examples as bars } from './bars/examples.tsx'
import { examples as breadcrumb } from './breadcrumb/examples.tsx'
import { examples as button } from './button/examples.tsx'
import { examples as by } from './by/examples.tsx'
import { examples as checkbox } from './checkbox/examples.tsx'
import { examples as checkboxes } from './checkboxes/examples.tsx'
import { examples as choice } from './choice/examples.tsx'
import { examples as crossTable } from './crossTable/examples.tsx'
import { examples as definitionList } from './definitionList/examples.tsx'
import { examples as disclosure } from './disclosure/examples.tsx'
import { examples as downloadLinks } from './downloadLinks/examples.tsx'
import { examples as drawing } from './drawing/examples.tsx'
import { examples as editList } from './editList/examples.tsx'
import { examples as empty } from './empty/examples.tsx'
import { examples as errorSummary } from './errorSummary/examples.tsx'
import { examples as expected } from './expected/examples.tsx'
import { examples as feedLink } from './feedLink/examples.tsx'
import { examples as field } from './field/examples.tsx'
import { examples as figureRow } from './figureRow/examples.tsx'
import { examples as formPaper } from './formPaper/examples.tsx'
import { examples as groundPlan } from './groundPlan/examples.tsx'
import { examples as hidden } from './hidden/examples.tsx'
import { examples as kiosk } from './kiosk/examples.tsx'
import { examples as intervals } from './intervals/examples.tsx'
import { examples as listing } from './listing/examples.tsx'
import { examples as notice } from './notice/examples.tsx'
import { examples as openFigure } from './openFigure/examples.tsx'
import { examples as opinionMap } from './opinionMap/examples.tsx'
import { examples as pagination } from './pagination/examples.tsx'
import { examples as placeMap } from './placeMap/examples.tsx'
import { examples as poster } from './poster/examples.tsx'
import { examples as progress } from './progress/examples.tsx'
import { examples as prose } from './prose/examples.tsx'
import { examples as related } from './related/examples.tsx'
import { examples as qrCode } from './qrCode/examples.tsx'
import { examples as scale } from './scale/examples.tsx'
import { examples as searchBox } from './searchBox/examples.tsx'
import { examples as section } from './section/examples.tsx'
import { examples as smileys } from './smileys/examples.tsx'
import { examples as select } from './select/examples.tsx'
import { examples as stackedBars } from './stackedBars/examples.tsx'
import { examples as stage } from './stage/examples.tsx'
import { examples as statement } from './statement/examples.tsx'
import { examples as steps } from './steps/examples.tsx'
import { examples as table } from './table/examples.tsx'
import { examples as tabs } from './tabs/examples.tsx'
import { examples as tag } from './tag/examples.tsx'
import { examples as textArea } from './textArea/examples.tsx'
import { examples as textDiff } from './textDiff/examples.tsx'
import { examples as thread } from './thread/examples.tsx'
import { examples as time } from './time/examples.tsx'
import { examples as trend } from './trend/examples.tsx'
import { examples as verdict } from './verdict/examples.tsx'
import { examples as weekGrid } from './weekGrid/examples.tsx'

/** A component drawn with believable content. */
export interface Example {
  readonly component: string
  readonly name: string
  readonly draw: () => VNode
}

const components: Readonly<Record<string, Readonly<Record<string, () => VNode>>>> = {
  actions,
  address,
  answerSheet,
  agreement,
  answeredAgainst,
  arrivals,
  ballot,
  bars,
  breadcrumb,
  button,
  by,
  checkbox,
  checkboxes,
  choice,
  crossTable,
  definitionList,
  disclosure,
  downloadLinks,
  drawing,
  editList,
  empty,
  errorSummary,
  expected,
  feedLink,
  field,
  figureRow,
  formPaper,
  groundPlan,
  hidden,
  kiosk,
  intervals,
  listing,
  notice,
  openFigure,
  opinionMap,
  pagination,
  placeMap,
  poster,
  progress,
  prose,
  related,
  qrCode,
  scale,
  searchBox,
  section,
  smileys,
  select,
  stackedBars,
  stage,
  statement,
  steps,
  table,
  tabs,
  tag,
  textArea,
  textDiff,
  thread,
  time,
  trend,
  verdict,
  weekGrid,
}

/** Every component with its examples: what the gallery page, the tests and the screenshots walk through. */
export const gallery: readonly Example[] = Object.entries(components).flatMap(([component, examples]) =>
  Object.entries(examples).map(([name, draw]) => ({ component, name, draw })),
)
