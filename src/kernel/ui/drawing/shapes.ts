/** Line drawings on a 48 × 48 sheet: `line` is the drawing, `touch` the one stroke of ochre. */
export const shapes = {
  townHall: { line: 'M6 42h36M10 42V24h28v18M8 24 24 12l16 12M24 12V5M15 42V30h5v12M28 42V30h5v12', touch: 'M24 5h8v4h-8' },
  post: { line: 'M6 14h36v22H6ZM6 14l18 13 18-13M6 36l13-12M42 36 29 24', touch: 'M33 7h6v4h-6' },
  health: { line: 'M8 24c0-8 10-11 16-3 6-8 16-5 16 3 0 7-9 13-16 19C17 37 8 31 8 24Z', touch: 'M14 26h6l3-6 4 10 3-4h5' },
  childhood: {
    line: 'M24 15a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM24 15v15M24 30l-7 13M24 30l7 13M24 20 13 26M24 20l11-8',
    touch: 'M38 12c4-5 7-1 5 2s-5 2-8-2c-1-4 2-7 5-4',
  },
  school: { line: 'M5 42h38M9 42V22l15-9 15 9v20M19 42V31h10v11M14 27h4M30 27h4', touch: 'M24 13V5h7v4h-7' },
  canteen: { line: 'M10 6v10c0 4 6 4 6 0V6M13 6v36M38 42V6c-6 3-7 11-6 20h6', touch: 'M19 40c2-4 8-4 10 0' },
  market: {
    line: 'M6 18 10 8h28l4 10M6 18c0 5 7 5 7 0 0 5 7 5 7 0 0 5 8 5 8 0 0 5 7 5 7 0 0 5 7 5 7 0M9 22v20M39 22v20M9 32h30',
    touch: 'M16 32c0-5 6-5 6 0M26 32c0-5 6-5 6 0',
  },
  transport: { line: 'M7 34V12c0-2 2-4 4-4h26c2 0 4 2 4 4v22ZM7 24h34M24 8v16M12 34v5M36 34v5', touch: 'M13 29h3M32 29h3' },
  culture: {
    line: 'M24 14C19 9 12 8 6 9v28c6-1 13 0 18 5 5-5 12-6 18-5V9c-6-1-13 0-18 5ZM24 14v28',
    touch: 'M11 17c3 0 6 1 8 2M11 23c3 0 6 1 8 2',
  },
  workshop: { line: 'M30 8c-5 2-6 7-4 11L9 36c-2 3 1 6 4 4l17-17c4 2 10 0 11-5l-6 2-5-4 2-6Z', touch: 'M33 33l7 7' },
  digital: { line: 'M8 9h32v23H8ZM18 40h12M24 32v8', touch: 'M15 20l4 4 8-8' },
  solidarity: {
    line: 'M6 28l8-8c3-3 6-2 9 0l5 4c2 2 0 5-3 4l-4-2M14 36l6 5c4 3 7 1 10-2l12-12M42 20l-7-7c-3-3-7-3-10 0',
    touch: 'M20 12c0-4 5-4 5 0 0-4 5-4 5 0 0 3-5 6-5 6s-5-3-5-6',
  },
  home: { line: 'M6 24 24 8l18 16M11 20v22h26V20M20 42V30h8v12', touch: 'M33 12V7h4v9' },
  garden: {
    line: 'M24 42V20M24 26c-9 0-12-5-12-11 8 0 12 4 12 11ZM24 20c0-8 4-12 13-12 0 8-5 12-13 12ZM10 42h28',
    touch: 'M18 34c-3-2-6-2-8 0M30 34c3-2 6-2 8 0',
  },
  water: { line: 'M24 6c8 10 13 16 13 23a13 13 0 0 1-26 0c0-7 5-13 13-23Z', touch: 'M18 30c0 4 3 6 6 6' },
  meeting: {
    line: 'M9 30h30M13 30v12M35 30v12M14 18a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM34 18a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM8 30c0-5 2-8 6-8s6 3 6 8M28 30c0-5 2-8 6-8s6 3 6 8',
    touch: 'M21 26h6',
  },
  paper: { line: 'M12 5h18l7 7v31H12ZM30 5v7h7M17 20h14M17 26h14M17 32h8', touch: 'M31 40l9-9 3 3-9 9h-3Z' },
  bridge: {
    line: 'M3 28c6-9 13-13 21-13s15 4 21 13M9 27c0-5 3-8 7-8s7 3 7 8M25 27c0-5 3-8 7-8s7 3 7 8M3 28h6M39 28h6',
    touch: 'M6 36c4-3 8-3 12 0s8 3 12 0 8-3 12 0M12 42c4-3 8-3 12 0s8 3 12 0',
  },
  stage: {
    line: 'M5 8h38M9 8c0 9 1 15-3 22M39 8c0 9-1 15 3 22M4 31h40M8 31v9h32v-9M18 31v9M30 31v9',
    touch: 'M24 17a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM24 17v8M24 19l5-3',
  },
  tables: { line: 'M5 20h38v4H5ZM11 24 8 42M37 24l3 18M3 33h42', touch: 'M19 20c0-6 10-6 10 0' },
  sound: {
    line: 'M10 5h22v38H10ZM21 36a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM21 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
    touch: 'M37 20c3 5 3 10 0 15M41 16c5 7 5 16 0 23',
  },
} as const

export type Shape = keyof typeof shapes
