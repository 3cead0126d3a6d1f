import type { TableLayout } from '../definition.ts'

/** The layout of two things beside each other: no lines, and nothing but so many points between them. */
export function besideLayout(gap: number): TableLayout {
  return {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: column => (column === 0 ? gap : 0),
    paddingTop: () => 0,
    paddingBottom: () => 0,
  }
}
