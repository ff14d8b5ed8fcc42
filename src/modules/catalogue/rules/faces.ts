/** Drawings that may stand beside a service; `#kernel/ui` draws them. */
export const shapes = [
  'post',
  'health',
  'childhood',
  'school',
  'canteen',
  'market',
  'transport',
  'culture',
  'workshop',
  'digital',
  'solidarity',
  'home',
  'garden',
  'water',
  'meeting',
  'paper',
  'bridge',
] as const
export type Face = (typeof shapes)[number]
export const faceOf = (text: string): Face => shapes.find(shape => shape === text) ?? 'bridge'
