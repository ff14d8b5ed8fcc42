export { readOutline, outlineLimit } from './readOutline.ts'
export {
  kinds,
  type Displaced,
  type Kind,
  type Outline,
  type OutlineNode,
  type Unplaced,
  type Warning,
  type WarningKind,
} from './outline.ts'
