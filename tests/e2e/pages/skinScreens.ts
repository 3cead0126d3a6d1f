import type { Locator, Page } from '@playwright/test'

export type SkinForm = Readonly<{
  panel: Locator
  heading: Locator
  /** The figure on which the pin is set. */
  figure: Locator
  place: Locator
  size: Locator
  words: Locator
  course: (name: string) => Locator
  chip: (name: string) => Locator
  part: (name: string) => Locator
  /** The answer to a question of yes, no and not assessed. */
  answer: (question: string | RegExp, name: string) => Locator
  files: Locator
  camera: Locator
  cameraDialog: Readonly<{ dialog: Locator; seen: Locator; take: Locator; close: Locator }>
  photographs: Locator
  pictures: Locator
  refusals: Locator
  carried: Locator
  restored: Locator
  save: Locator
  close: Locator
}>

/** The form of a look at the skin beside the board. */
export function skinForm(page: Page): SkinForm {
  const panel = page.getByRole('complementary', { name: 'Beside the board' })
  const photos = panel.getByRole('region', { name: 'Photographs' })
  const camera = page.getByRole('dialog', { name: 'Camera' })
  return {
    panel,
    heading: panel.getByRole('heading', { level: 2 }),
    figure: panel.getByRole('application'),
    place: panel.getByRole('combobox', { name: /^Place/ }),
    size: panel.getByRole('textbox', { name: 'Size in mm' }),
    words: panel.getByRole('textbox', { name: 'Note in words' }),
    course: name => panel.getByRole('radio', { name, exact: true }),
    chip: name => panel.getByRole('button', { name, exact: true }),
    part: name => panel.getByRole('button', { name: new RegExp(`^${name}`) }),
    answer: (question, name) =>
      panel.getByRole('radiogroup', { name: question }).getByRole('radio', { name, exact: true }),
    files: panel.getByLabel('Files of photographs'),
    camera: photos.getByRole('button', { name: 'Camera…' }),
    cameraDialog: {
      dialog: camera,
      seen: camera.getByLabel('What the camera sees'),
      take: camera.getByRole('button', { name: 'Take a picture' }),
      close: camera.getByRole('button', { name: 'Close' }),
    },
    photographs: photos.getByRole('list', { name: 'Photographs of this look' }).locator('> li'),
    pictures: photos.getByRole('img'),
    refusals: photos.getByRole('alert'),
    carried: panel.getByRole('note'),
    restored: panel.getByText(/^Draft of .* restored$/),
    save: panel.getByRole('button', { name: 'Save', exact: true }),
    close: panel.getByRole('button', { name: 'Close', exact: true }),
  }
}

export type LesionView = Readonly<{
  dialog: Locator
  button: (name: string) => Locator
  /** A specimen, a site or a treatment that it is linked to. */
  link: (name: RegExp) => Locator
  receptors: Locator
  notes: Locator
  chart: Locator
  photographs: Locator
  choice: (name: RegExp) => Locator
}>

/** All of one lesion, over the board. */
export function lesionView(page: Page): LesionView {
  const dialog = page.getByRole('dialog', { name: /^Skin lesion / })
  return {
    dialog,
    button: name => dialog.getByRole('button', { name, exact: true }),
    link: name => dialog.getByRole('button', { name }),
    receptors: dialog
      .getByRole('definition')
      .filter({ has: page.getByRole('button', { name: /^Specimen / }) }),
    notes: dialog
      .getByRole('list')
      .filter({ has: page.getByRole('heading', { level: 4 }) })
      .getByRole('heading', { level: 4 }),
    chart: dialog.getByRole('img', { name: /^Recorded sizes/ }),
    photographs: dialog.getByRole('button', { name: /^Open: / }),
    choice: name => page.getByRole('menuitem', { name }),
  }
}

export type PhotoViewer = Readonly<{
  dialog: Locator
  /** The places in which photographs lie, and the pictures in them. */
  stages: Locator
  pictures: Locator
  button: (name: string) => Locator
  linked: Locator
  print: Locator
  said: Locator
  film: Locator
  question: Locator
}>

/** Photographs of a lesion, large. */
export function photoViewer(page: Page): PhotoViewer {
  const dialog = page.getByRole('dialog', { name: /^Photographs of / })
  const stages = dialog.getByRole('application')
  return {
    dialog,
    stages,
    pictures: stages.getByRole('img'),
    button: name => dialog.getByRole('button', { name, exact: true }),
    linked: dialog.getByRole('checkbox', { name: /^Linked/ }),
    print: dialog.getByRole('checkbox', { name: /^Print it/ }),
    said: dialog.getByRole('group', { name: 'The photograph' }),
    film: dialog.getByRole('button', { name: /^Open: / }),
    question: page.getByRole('dialog', { name: 'Remove this photograph for good?' }),
  }
}
