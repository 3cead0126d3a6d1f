import type { Locator } from '@playwright/test'
import type { BoardScreen } from './boardScreen.ts'

export type BodyFigure = Readonly<{
  /** The switch between the views, and one of it by its name. */
  views: Locator
  view: (name: string) => Locator
  /** The drawing with its marks. */
  drawing: Locator
  marks: Locator
  mark: (number: string) => Locator
  /** A mark of several sites. */
  stack: Locator
  /** What of the map has the focus. */
  focused: Locator
  /** The letter of a side. */
  letter: (side: 'R' | 'L') => Locator
  /** The text alternative, a line a region. */
  text: Locator
  /** The sites that the drawing does not show, under their heading. */
  listed: (title: string) => Locator
}>

/** The body map in the panel of the sites. */
export function bodyFigure({ panel, figure, marks, mark }: BoardScreen): BodyFigure {
  const sites = panel('Sites')
  const views = sites.getByRole('radiogroup', { name: /^View of the figure/ }).getByRole('radio')
  return {
    views,
    view: name => views.and(sites.getByRole('radio', { name: new RegExp(`^${name} \\d+$`) })),
    drawing: figure,
    marks,
    mark,
    stack: figure.getByRole('button', { expanded: false }),
    focused: figure.locator(':focus'),
    letter: side => sites.locator('strong').getByText(side, { exact: true }),
    text: sites.getByRole('list', { name: /^What the figure shows/ }).getByRole('listitem'),
    listed: title => sites.getByRole('list', { name: title }).getByRole('button'),
  }
}
