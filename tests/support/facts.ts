import type { Board } from '../../shared/board/board.ts'
import { collectFacts, type Fact } from '../../shared/board/fact.ts'

export type PlacedFact = Readonly<{
  /** Where in the board it stands: `sites.3.name`. */
  path: string
  fact: Fact
}>

/**
 * The facts that the paper does not print in their own words, each with the reason. Everything else on the board has to
 * be on the paper, word for word.
 */
export const NOT_ON_PAPER: readonly Readonly<{ path: RegExp; reason: string }>[] = [
  {
    path: /^sites\.\d+\.nameInGroup$/,
    reason: 'the name under a heading of the screen; the paper prints the whole name',
  },
  {
    path: /^sites\.\d+\.firstSeenShort$/,
    reason: 'the date where the axis says what it counts from; the paper prints the whole date',
  },
  {
    path: /^(systemic|local|imaging|assessments|skinNotes)\.\d+\.caption$/,
    reason: 'words beside a bar, joined from the facts of its row, each of which is printed',
  },
  {
    path: /^axes\.(?!0\.)\d+\./,
    reason: 'another way to draw the same time; the paper draws the first',
  },
]

/** Every fact that the paper has to say. */
export function factsForPaper(board: Board): PlacedFact[] {
  return factsOf(board).filter(({ path }) => !NOT_ON_PAPER.some(one => one.path.test(path)))
}

/** The facts that the screen does not show in their own words, each with the reason. Nothing that the paper prints is here. */
export const NOT_ON_SCREEN: readonly Readonly<{
  reason: string
  holds: (board: Board, path: string) => boolean
}>[] = [
  {
    reason: 'the scale of an axis that cannot be drawn; the switch says why in its place',
    holds: ({ axes }, path) =>
      axes.some((axis, at) => axis.unavailable !== null && path.startsWith(`axes.${at}.`)),
  },
  {
    reason:
      'words on the shelf of what is not dated, which says that in their place; what was assessed stands there',
    holds: ({ assessments }, path) =>
      assessments.some(
        ({ when }, at) => when.tone === 'missing' && path === `assessments.${at}.caption`,
      ),
  },
]

/** Every fact that the screen has to say, on the board or one action away. */
export function factsForScreen(board: Board): PlacedFact[] {
  return factsOf(board).filter(({ path }) => !NOT_ON_SCREEN.some(one => one.holds(board, path)))
}

/** Every fact of a board with its place, in reading order. */
export function factsOf(board: Board): PlacedFact[] {
  return walkFacts(board)
}

/** Every fact of a model with its place, in reading order. */
export function walkFacts(model: unknown): PlacedFact[] {
  const found = walk(model, '')
  if (found.length !== collectFacts(model).length) throw new Error('a fact was passed over')
  return found
}

function walk(value: unknown, path: string): PlacedFact[] {
  if (typeof value !== 'object' || value === null) return []
  const [fact, ...more] = collectFacts(value)
  if (fact === undefined) return []
  if (fact === value && more.length === 0) return [{ path, fact }]
  return Object.entries(value).flatMap(([key, inner]) =>
    walk(inner, path === '' ? key : `${path}.${key}`),
  )
}

/** A text without any white space: how lines break is none of the words. */
export function squeezed(text: string): string {
  return text.replace(/\s+/gu, '')
}
