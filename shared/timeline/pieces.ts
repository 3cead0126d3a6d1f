import type { Direction } from '../board/board.ts'
import type { Fact } from '../board/fact.ts'
import type { EntryId } from '../ids.ts'
import { baseline, line, rect, text } from './canvas.ts'
import { notEqual, triangle } from './marks.ts'
import type { Weight } from './measureText.ts'
import { type Metrics, widthOf } from './metrics.ts'
import { drawNewMark, newMarkWidth } from './newMark.ts'
import type { Shape, TextRole } from './shape.ts'

type WordsStyle = Readonly<{ role: TextRole; size: number; weight: Weight }>

/** What stands in a line of words: texts, and the small drawn marks between them. */
export type Piece =
  | (WordsStyle &
      Readonly<{ kind: 'words'; text: string; facts: readonly string[]; dashed: boolean }>)
  | Readonly<{ kind: 'tag'; label: string }>
  | Readonly<{ kind: 'triangles'; direction: Direction }>
  | Readonly<{ kind: 'flag'; direction: Direction; fact: Fact }>
  | Readonly<{ kind: 'box'; fact: Fact }>
  | Readonly<{ kind: 'letter'; text: string; isSelected: boolean }>
  | Readonly<{ kind: 'new'; entry: EntryId }>
  | Readonly<{
      kind: 'meter'
      bar: Readonly<{ low: number; high: number }> | null
      cut: number | null
    }>
  | Readonly<{ kind: 'space'; width: number }>

export type LaidPieces = Readonly<{ width: number; lines: number; shapes: readonly Shape[] }>

/** A fact in words, with the tags of the conflicts that touch it. What is missing is underlined with dashes. */
export function factPieces(fact: Fact, style: WordsStyle): Piece[] {
  const isMissing = fact.tone === 'missing'
  return [
    {
      kind: 'words',
      text: fact.text,
      facts: [fact.id],
      dashed: isMissing,
      ...style,
      role: isMissing ? 'text.missing' : style.role,
    },
    ...fact.conflicts.map((label): Piece => ({ kind: 'tag', label })),
  ]
}

export function words(content: string, style: WordsStyle, facts: readonly string[] = []): Piece {
  return { kind: 'words', text: content, facts, dashed: false, ...style }
}

export function captionStyle(metrics: Metrics): WordsStyle {
  return { role: 'text', size: metrics.text.small, weight: 400 }
}

export function quietStyle(metrics: Metrics): WordsStyle {
  return { role: 'text.quiet', size: metrics.text.small, weight: 400 }
}

export function microStyle(metrics: Metrics): WordsStyle {
  return { role: 'text.quiet', size: metrics.text.micro, weight: 400 }
}

export const METER_WIDTH = 38
const METER_HEIGHT = 9

function triangleWidth(direction: Direction, metrics: Metrics): number {
  return metrics.text.micro * (direction === 'both' ? 1.6 : 0.72)
}

function pieceWidth(piece: Piece, metrics: Metrics): number {
  const { micro, small } = metrics.text
  switch (piece.kind) {
    case 'words':
      return widthOf(metrics, piece.text, piece.size, piece.weight, piece.role)
    case 'tag':
      return micro * 1.72 + widthOf(metrics, piece.label, micro, 600)
    case 'triangles':
      return triangleWidth(piece.direction, metrics)
    case 'flag':
      return (
        micro * 1.25 +
        triangleWidth(piece.direction, metrics) +
        widthOf(metrics, piece.fact.text, micro, 600)
      )
    case 'box':
      return small * 1 + widthOf(metrics, piece.fact.text, small)
    case 'letter':
      return Math.max(micro * 1.45, micro * 0.7 + widthOf(metrics, piece.text, micro, 700))
    case 'new':
      return newMarkWidth(metrics)
    case 'meter':
      return METER_WIDTH
    case 'space':
      return piece.width
  }
}

/** Width of pieces on one line. */
export function widthOfPieces(pieces: readonly Piece[], metrics: Metrics): number {
  const sum = pieces.reduce((width, piece) => width + pieceWidth(piece, metrics), 0)
  return sum + gapOf(metrics) * Math.max(0, pieces.length - 1)
}

/** Width of the widest part that cannot be broken. */
export function widestPart(pieces: readonly Piece[], metrics: Metrics): number {
  const parts = pieces.flatMap(piece =>
    piece.kind === 'words'
      ? piece.text
          .split(' ')
          .map(word => widthOf(metrics, word, piece.size, piece.weight, piece.role))
      : [pieceWidth(piece, metrics)],
  )
  return Math.max(0, ...parts)
}

/** Between two pieces of a line. */
export function gapOf(metrics: Metrics): number {
  return metrics.text.micro * 0.42
}

type Spot = Readonly<{ x: number; line: number }>

/**
 * Sets pieces in lines no wider than `maxWidth`, the first one centred on the height `centre`; `lineHeight` apart.
 * A text breaks between words; a word too long for a whole line breaks within.
 */
export function layPieces(
  pieces: readonly Piece[],
  place: Readonly<{ x: number; centre: number; maxWidth: number; lineHeight: number }>,
  metrics: Metrics,
  entry: EntryId | null,
): LaidPieces {
  const gap = gapOf(metrics)
  const shapes: Shape[] = []
  let cursor = 0
  let lineIndex = 0
  let widest = 0
  const centreOf = (index: number) => place.centre + index * place.lineHeight
  function next(): void {
    cursor = 0
    lineIndex += 1
  }
  function advance(width: number): Spot {
    const spot = { x: place.x + cursor, line: lineIndex }
    cursor += width
    widest = Math.max(widest, cursor)
    return spot
  }
  for (const piece of pieces) {
    if (cursor > 0) cursor += gap
    const width = pieceWidth(piece, metrics)
    if (piece.kind === 'words') {
      const room = place.maxWidth - cursor
      const spots = breakWords(piece, width, room, place.maxWidth, metrics).map((part, i) => {
        if (i > 0) next()
        return part === ''
          ? null
          : { ...advance(widthOf(metrics, part, piece.size, piece.weight, piece.role)), part }
      })
      shapes.push(
        ...wordShapes(
          piece,
          spots.filter(spot => spot !== null),
          centreOf,
          entry,
          metrics,
        ),
      )
      continue
    }
    if (cursor > 0 && cursor + width > place.maxWidth) next()
    const spot = advance(width)
    shapes.push(...markShapes(piece, spot.x, centreOf(spot.line), width, metrics, entry))
  }
  return { width: widest, lines: lineIndex + 1, shapes }
}

/** Parts of a text for its lines; the first is empty where the line it would begin on has no room. */
function breakWords(
  piece: Extract<Piece, { kind: 'words' }>,
  width: number,
  room: number,
  maxWidth: number,
  metrics: Metrics,
): string[] {
  if (width <= room) return [piece.text]
  const measure = (content: string) =>
    widthOf(metrics, content, piece.size, piece.weight, piece.role)
  const parts: string[] = []
  let current = ''
  let limit = room
  for (const word of piece.text.split(' ').flatMap(one => breakLong(one, maxWidth, measure))) {
    const longer = current === '' ? word : `${current} ${word}`
    if (measure(longer) <= limit) {
      current = longer
      continue
    }
    parts.push(current)
    current = word
    limit = maxWidth
  }
  return [...parts, current]
}

function breakLong(word: string, maxWidth: number, measure: (text: string) => number): string[] {
  if (measure(word) <= maxWidth) return [word]
  const parts: string[] = []
  let current = ''
  for (const character of word) {
    if (current !== '' && measure(current + character) > maxWidth) {
      parts.push(current)
      current = ''
    }
    current += character
  }
  return [...parts, current]
}

function wordShapes(
  piece: Extract<Piece, { kind: 'words' }>,
  spots: readonly (Spot & { part: string })[],
  centreOf: (line: number) => number,
  entry: EntryId | null,
  metrics: Metrics,
): Shape[] {
  const spans = spots.map(({ x, line: at, part }) => ({
    x,
    y: baseline(centreOf(at), piece.size),
    text: part,
  }))
  const { role, size, weight, facts } = piece
  const shape = text(piece.text, spans, { role, size, weight, facts, entry })
  if (!piece.dashed) return [shape]
  const rules = spans.map(span => {
    const end = span.x + widthOf(metrics, span.text, size, weight, role)
    return line('missingLine', [span.x, span.y + size * 0.24], [end, span.y + size * 0.24], entry)
  })
  return [shape, ...rules]
}

function markShapes(
  piece: Exclude<Piece, { kind: 'words' }>,
  x: number,
  y: number,
  width: number,
  metrics: Metrics,
  entry: EntryId | null,
): Shape[] {
  const { micro, small } = metrics.text
  const label = (content: string, at: number, role: TextRole, weight: Weight, facts: string[]) =>
    text(content, [{ x: at, y: baseline(y, micro), text: content }], {
      role,
      size: micro,
      weight,
      facts,
      entry,
    })
  const around = (height: number) => ({ x, y: y - height / 2, width, height })
  switch (piece.kind) {
    case 'tag':
      return [
        rect('conflictTag', around(metrics.tagHeight), entry, { radius: micro * 0.27 }),
        ...notEqual([x + micro * 0.36, y], micro * 0.72, entry),
        label(piece.label, x + micro * 1.36, 'text.tag', 600, []),
      ]
    case 'triangles':
      return triangles(piece.direction, 'triangle', x, y, metrics, entry)
    case 'flag': {
      const inner = x + micro * 0.45
      const after = inner + triangleWidth(piece.direction, metrics) + micro * 0.36
      return [
        rect('flag', around(metrics.tagHeight + 1), entry, { radius: micro * 0.27 }),
        ...triangles(piece.direction, 'triangle.flag', inner, y, metrics, entry),
        label(piece.fact.text, after, 'text.flag', 600, [piece.fact.id]),
      ]
    }
    case 'box': {
      const spans = [{ x: x + small / 2, y: baseline(y, small), text: piece.fact.text }]
      const style = { role: 'text.missing', size: small, facts: [piece.fact.id], entry } as const
      return [
        rect('missingBox', around(metrics.tagHeight + 2), entry, { radius: micro * 0.27 }),
        text(piece.fact.text, spans, style),
      ]
    }
    case 'letter': {
      const at = x + (width - widthOf(metrics, piece.text, micro, 700)) / 2
      const role = piece.isSelected ? 'text.letter.selected' : 'text.letter'
      return [
        rect(piece.isSelected ? 'letter.selected' : 'letter', around(micro * 1.4), entry, {
          radius: micro * 0.18,
        }),
        label(piece.text, at, role, 700, []),
      ]
    }
    case 'new':
      return drawNewMark(metrics, x + width, y, piece.entry)
    case 'meter':
      return meter(piece, x, y, entry)
    case 'space':
      return []
  }
}

function triangles(
  direction: Direction,
  role: 'triangle' | 'triangle.flag',
  x: number,
  y: number,
  metrics: Metrics,
  entry: EntryId | null,
): Shape[] {
  const size = metrics.text.micro * 0.72
  if (direction !== 'both') return [triangle(direction, role, [x, y], size, entry)]
  return [
    triangle('up', role, [x, y], size, entry),
    triangle('down', role, [x + metrics.text.micro * 0.86, y], size, entry),
  ]
}

/** A bar of 100 %: solid to the lower reading, striped to the higher, with a tick at the cut-off in force. */
function meter(
  piece: Extract<Piece, { kind: 'meter' }>,
  x: number,
  y: number,
  entry: EntryId | null,
): Shape[] {
  const top = y - METER_HEIGHT / 2
  const box = { x, y: top, width: METER_WIDTH, height: METER_HEIGHT }
  if (piece.bar === null) return [rect('meter.empty', box, entry)]
  const at = (percent: number) => (Math.min(100, Math.max(0, percent)) / 100) * METER_WIDTH
  const { low, high } = piece.bar
  const shapes = [rect('meter', box, entry), rect('meter.fill', { ...box, width: at(low) }, entry)]
  if (high > low) {
    shapes.push(rect('meter.open', { ...box, x: x + at(low), width: at(high) - at(low) }, entry))
  }
  if (piece.cut !== null) {
    const cut = x + at(piece.cut)
    shapes.push(line('meter.cut', [cut, top - 2.5], [cut, top + METER_HEIGHT + 2.5], entry))
  }
  return shapes
}
