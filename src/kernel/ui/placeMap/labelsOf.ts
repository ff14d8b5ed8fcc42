type Point = readonly [number, number]
export interface Label {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end' | 'middle'
}
interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const letter = 9
const height = 18
const markSize = 17

/** Where each name is written around its place: where it hides least of the marks, of the names before it, and of the edge. */
export const labelsOf = (
  places: readonly { readonly name: string; readonly at: Point }[],
  marks: readonly Point[],
  sheet: { readonly width: number; readonly height: number },
): readonly Label[] => {
  const taken: Box[] = [
    ...marks.map(([x, y]) => ({ left: x - markSize, right: x + markSize, top: y - markSize, bottom: y + markSize })),
    ...places.map(({ at: [x, y] }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 })),
  ]
  return places.map(({ name, at: [x, y] }) => {
    const ways: readonly Label[] = [
      { x: x + 10, y: y + 6, anchor: 'start' },
      { x: x - 10, y: y + 6, anchor: 'end' },
      { x, y: y + 24, anchor: 'middle' },
      { x, y: y - 12, anchor: 'middle' },
      { x: x + 24, y: y + 22, anchor: 'start' },
      { x: x + 24, y: y - 10, anchor: 'start' },
      { x: x - 24, y: y + 22, anchor: 'end' },
      { x: x - 24, y: y - 10, anchor: 'end' },
    ]
    const weighed = ways.map(way => ({ way, box: boxOf(way, name.length * letter) }))
    const [best] = weighed
      .map(one => ({ ...one, hidden: taken.reduce((sum, box) => sum + shared(one.box, box), 0) + outside(one.box, sheet) }))
      .toSorted((a, b) => a.hidden - b.hidden) // a stable sort: of equal ways the first
    taken.push(best!.box)
    return best!.way
  })
}

const boxOf = ({ x, y, anchor }: Label, width: number): Box => {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - height + 3, bottom: y + 5 }
}
const shared = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
const outside = ({ left, right, top, bottom }: Box, { width, height: tall }: { readonly width: number; readonly height: number }) =>
  (Math.max(0, -left) + Math.max(0, right - width) + Math.max(0, -top) + Math.max(0, bottom - tall)) * 40
