import { expect, type Locator, type Page } from '@playwright/test'
import { CLOSE_UP, OVERVIEW, type PictureFile, pictureFile } from './photographs.ts'
import { type SkinForm, skinForm } from './skinScreens.ts'

/** Pictures are decoded and made small in a worker; a busy machine takes its time. */
export const TAKEN_IN = { timeout: 30_000 } as const

/** Counts what a person does: one press, one text typed, one choice of files. */
export function counted() {
  let actions = 0
  return {
    count: () => actions,
    does: async (act: () => Promise<unknown>) => {
      actions += 1
      await act()
    },
  }
}
export type Counted = ReturnType<typeof counted>

/** Presses a drawing at a place, each from 0 to 1. */
export async function pressAt(page: Page, target: Locator, x: number, y: number): Promise<void> {
  const box = await target.boundingBox()
  if (box === null) throw new Error('what is to be pressed is not drawn')
  await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
}

/** Opens the form of a new lesion and sets its pin on the right of the chest. */
export async function pinnedLesion(page: Page): Promise<SkinForm> {
  await page.keyboard.press('l')
  const form = skinForm(page)
  await pressAt(page, form.figure, 0.44, 0.32)
  return form
}

/** Chooses the first photographs of a look, and waits until they are in. */
export async function takeIn(form: SkinForm, files: readonly PictureFile[]): Promise<void> {
  await form.files.setInputFiles([...files])
  await expect(form.photographs).toHaveCount(files.length, TAKEN_IN)
}

/** Saves a look by its key. */
export async function saveLook(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(skinForm(page).panel).toBeHidden()
}

/** Two photographs, chosen at once. */
function bothFiles(page: Page) {
  return (step: Counted) =>
    step.does(() => skinForm(page).files.setInputFiles([OVERVIEW, CLOSE_UP]))
}

/** Records a lesion on the right of the chest with two photographs and consent, in the fewest ways; gives the actions. */
export async function recordLesion(
  page: Page,
  photographs: (step: Counted) => Promise<unknown> = bothFiles(page),
  step = counted(),
): Promise<number> {
  const form = skinForm(page)
  await step.does(() => page.keyboard.press('l'))
  await expect(form.heading).toHaveText('New skin lesion')
  await step.does(() => pressAt(page, form.figure, 0.44, 0.32))
  await expect(form.place).toHaveValue('Skin of the chest')
  await step.does(() => form.size.fill('12 x 8 x 3'))
  await step.does(() => form.chip('Firm nodules').click())
  await photographs(step)
  await expect(form.photographs).toHaveCount(2, TAKEN_IN)
  await step.does(() => form.chip('care record').click())
  await step.does(() => form.chip('tumour board').click())
  await step.does(() => saveLook(page))
  return step.count()
}

/** Adds a further note on a lesion that is selected; gives the actions. */
export async function recordFollowUp(
  page: Page,
  { label, size }: Readonly<{ label: string; size: string }>,
  step = counted(),
): Promise<number> {
  const form = skinForm(page)
  await step.does(() => page.keyboard.press('f'))
  await expect(form.heading).toHaveText(`Note on ${label}`)
  await step.does(() => page.keyboard.type(size))
  await step.does(() => form.course('Larger').click())
  await step.does(() => saveLook(page))
  return step.count()
}

/** Records a lesion with two photographs, and a later look at it with one that the patient agreed to for these. */
export async function recordTwoLooks(page: Page, purposes: readonly string[] = []): Promise<void> {
  await recordLesion(page)
  await page.keyboard.press('f')
  const form = skinForm(page)
  await takeIn(form, [pictureFile('later.jpg', 800, 600)])
  for (const purpose of purposes) await form.chip(purpose).click()
  await saveLook(page)
}
