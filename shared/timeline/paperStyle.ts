import type { Role } from './shape.ts'

/** How a role looks in black on white: at least 0.5 pt, families by pattern, nothing by colour. */
export type PaperStyle = Readonly<{
  fill: string | null
  stroke: string | null
  strokeWidth: number
  dash: string | null
}>

const INK = '#000000'
const QUIET = '#4d4d4d'
const SOFT = '#ececec'
const WHITE = '#ffffff'

function filled(fill: string): PaperStyle {
  return { fill, stroke: null, strokeWidth: 0, dash: null }
}

function stroked(stroke: string, strokeWidth: number, dash: string | null = null): PaperStyle {
  return { fill: null, stroke, strokeWidth, dash }
}

function outlined(fill: string, strokeWidth = 0.7, stroke = INK): PaperStyle {
  return { fill, stroke, strokeWidth, dash: null }
}

const NOTHING: PaperStyle = { fill: null, stroke: null, strokeWidth: 0, dash: null }

const STYLES: Readonly<Partial<Record<Role, PaperStyle>>> = {
  zone: filled('#f3f3f3'),
  band: filled(SOFT),
  'band.selected': filled(SOFT),
  'row.selected': NOTHING,
  fold: filled(WHITE),
  'fold.edge': stroked(QUIET, 0.6),
  today: stroked(INK, 0.7, '0.8 1.2'),
  new: outlined(WHITE, 0.7),
  'new.dot': filled(INK),
  'row.rule': NOTHING,
  head: NOTHING,
  gutter: NOTHING,
  'gutter.edge': NOTHING,
  surface: filled(WHITE),
  grid: stroked('#d2d2d2', 0.5),
  'grid.zero': stroked(QUIET, 0.7),
  'row.divider': NOTHING,
  lane: stroked(INK, 0.7),
  'lane.head': stroked(INK, 0.7),
  'bar.confirmed': outlined(INK),
  'bar.suspected': outlined(WHITE, 0.6),
  'bar.excluded': outlined(WHITE, 0.6),
  'diamond.confirmed': outlined(INK),
  'diamond.suspected': outlined(WHITE, 0.8),
  'diamond.excluded': outlined(WHITE, 0.8),
  strike: stroked(INK, 0.8),
  arrow: filled(INK),
  bracket: stroked(INK, 0.8),
  'bracket.together': stroked(QUIET, 0.5),
  possible: stroked(QUIET, 0.7, '1.6 1.4'),
  interval: stroked(QUIET, 0.5),
  leader: stroked(QUIET, 0.5),
  byRule: stroked(QUIET, 0.5),
  collected: stroked(INK, 0.9),
  'collected.tick': stroked(INK, 1),
  assessment: stroked(INK, 0.8),
  square: outlined(WHITE, 0.8),
  'box.local': outlined(WHITE, 0.8),
  'box.surgery': outlined(INK, 0.8),
  flag: filled(INK),
  triangle: filled(QUIET),
  'triangle.flag': filled(WHITE),
  conflictTag: outlined(WHITE, 0.5),
  notEqual: stroked(INK, 0.7),
  missingBox: { fill: WHITE, stroke: INK, strokeWidth: 0.5, dash: '1.4 1.1' },
  missingLine: stroked(QUIET, 0.5, '1.4 1.1'),
  letter: outlined(WHITE, 0.7),
  'letter.selected': outlined(WHITE, 0.7),
  meter: outlined(WHITE, 0.5),
  'meter.empty': { fill: WHITE, stroke: INK, strokeWidth: 0.5, dash: '1.4 1.1' },
  'meter.fill': filled(INK),
  'meter.cut': stroked(INK, 0.7),
  'trend.value': filled(INK),
  'trend.range': outlined(SOFT, 0.5),
  'trend.frame': stroked('#d2d2d2', 0.5),
  'trend.cut': stroked(INK, 0.5, '3 1.5'),
  'trend.link': stroked(QUIET, 0.5, '1.2 1.2'),
  'text.quiet': filled(QUIET),
  'text.group': filled(QUIET),
  'text.missing': filled(QUIET),
  'text.tick': filled(QUIET),
  'text.tick.lower': filled(QUIET),
  'text.flag': filled(WHITE),
  'text.mark.inverse': filled(WHITE),
}

/** The look of a role on paper; null where it is filled with a pattern, or is text in ink. */
export function paperStyle(role: Role): PaperStyle {
  const style = STYLES[role]
  if (style !== undefined) return style
  return role.startsWith('text') ? filled(INK) : { ...stroked(INK, 0.7), fill: WHITE }
}
