import type { Page } from '@playwright/test'
import type { THEMES } from '../../shared/ipc/contract.ts'
import { appBar } from '../e2e/pages/appBar.ts'
import { ask } from '../e2e/pages/ask.ts'
import { boardScreen } from '../e2e/pages/boardScreen.ts'
import { meetingScreen } from '../e2e/pages/meetingScreen.ts'
import { openDemo } from '../e2e/pages/openDemo.ts'
import { presentScreen, withoutFullScreen } from '../e2e/pages/presentScreen.ts'
import { lesionView, skinForm } from '../e2e/pages/skinScreens.ts'
import { jpegFile } from '../support/pictures/jpegFile.ts'

type Theme = (typeof THEMES)[number]

export type Scene = Readonly<{
  /** Of the picture's file. */
  name: string
  size: Readonly<{ width: number; height: number }>
  workspace: 'demo' | 'sixty patients'
  show: (page: Page) => Promise<unknown>
}>

const WIDE = { width: 1920, height: 1080 } as const
const LAPTOP = { width: 1366, height: 768 } as const
const PROJECTOR = { width: 1024, height: 768 } as const

async function board(page: Page, theme: Theme = 'light') {
  const screen = await openDemo(page)
  await wear(page, theme)
  await screen.axis.items.first().waitFor()
  return screen
}

async function wear(page: Page, theme: Theme): Promise<void> {
  const settings = await ask(page, 'settings:get', {})
  if (settings.theme === theme) return
  await ask(page, 'settings:put', { ...settings, theme })
  await page.reload()
  await page.locator(`html[data-theme=${theme}]`).waitFor()
  const row = page.getByRole('row').nth(1)
  if (await row.isVisible()) await row.dblclick()
}

/** Opens the meeting of today, with its list. */
async function today(page: Page) {
  await page.keyboard.press('m')
  await page.locator(':focus').filter({ hasText: /\d{4}/ }).waitFor()
  await page.keyboard.press('Enter')
  const meeting = meetingScreen(page)
  await meeting.rows.first().waitFor()
  return meeting
}

/** A window of a test has no full screen to go to. */
async function present(page: Page): Promise<void> {
  await withoutFullScreen(page)
  await page.keyboard.press('p')
}

async function firstOutcome(page: Page): Promise<void> {
  const meeting = await today(page)
  await meeting.row(1).click()
  await present(page)
  await presentScreen(page).name.waitFor()
  await page.keyboard.press('o')
}

/** A second lesion with two notes and photographs. */
async function lesion(page: Page): Promise<void> {
  const form = skinForm(page)
  await page.keyboard.press('l')
  const box = await form.figure.boundingBox()
  if (box === null) throw new Error('the figure is not drawn')
  await page.mouse.click(box.x + box.width * 0.44, box.y + box.height * 0.32)
  await form.size.fill('12 x 8 x 3')
  await form.chip('Firm nodules').click()
  const of = (name: string, width: number, height: number) => ({
    name,
    mimeType: 'image/jpeg',
    buffer: Buffer.from(jpegFile(width, height)),
  })
  await form.files.setInputFiles([of('overview.jpg', 640, 480), of('close.jpg', 480, 640)])
  await form.pictures.nth(1).waitFor({ timeout: 30_000 })
  await form.chip('care record').click()
  await form.chip('tumour board').click()
}

/** What `docs/screenshots` shows, each from a fresh start of the host. */
export const SCENES: readonly Scene[] = [
  { name: 'board-light', size: WIDE, workspace: 'demo', show: page => board(page) },
  { name: 'board-dark', size: WIDE, workspace: 'demo', show: page => board(page, 'dark') },
  { name: 'board-1366', size: LAPTOP, workspace: 'demo', show: page => board(page) },
  { name: 'board-1024', size: PROJECTOR, workspace: 'demo', show: page => board(page) },
  {
    name: 'board-trend',
    size: WIDE,
    workspace: 'demo',
    show: async page => {
      const { axis } = await board(page)
      await axis.panel.getByRole('radio', { name: 'Trend' }).click()
    },
  },
  {
    name: 'compare',
    size: WIDE,
    workspace: 'demo',
    show: async page => {
      await (await board(page)).receptors.compare.click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'palette',
    size: WIDE,
    workspace: 'demo',
    show: async page => {
      await board(page)
      await page.keyboard.press('Control+k')
      await page.keyboard.type('sp')
      await page.getByRole('option', { name: /^Specimen E/ }).waitFor()
    },
  },
  {
    name: 'shortcuts',
    size: WIDE,
    workspace: 'demo',
    show: async page => {
      await board(page)
      await page.keyboard.press('F1')
      await appBar(page).dialog('Keyboard shortcuts').waitFor()
    },
  },
  {
    name: 'present',
    size: WIDE,
    workspace: 'demo',
    show: async page => {
      await board(page)
      await present(page)
      await presentScreen(page).name.waitFor()
    },
  },
  {
    name: 'present-receptors',
    size: WIDE,
    workspace: 'demo',
    show: async page => {
      await board(page)
      await present(page)
      await presentScreen(page).panel('Receptors').click()
    },
  },
  {
    name: 'skin-form',
    size: WIDE,
    workspace: 'demo',
    show: async page => {
      await board(page)
      await lesion(page)
    },
  },
  {
    name: 'skin-lesion',
    size: WIDE,
    workspace: 'demo',
    show: async page => {
      await board(page)
      await lesion(page)
      await page.keyboard.press('Control+Enter')
      await boardScreen(page).pin('L2').waitFor()
      await page.keyboard.press('f')
      await skinForm(page).size.waitFor()
      await page.keyboard.type('15 x 9')
      await skinForm(page).course('Larger').click()
      await page.keyboard.press('Control+Enter')
      await skinForm(page).panel.waitFor({ state: 'hidden' })
      await page.keyboard.press('v')
      await lesionView(page).photographs.first().waitFor()
    },
  },
  {
    name: 'patients',
    size: WIDE,
    workspace: 'sixty patients',
    show: page => page.getByRole('row').nth(5).waitFor(),
  },
  { name: 'meeting', size: WIDE, workspace: 'sixty patients', show: today },
  {
    name: 'meeting-1024',
    size: PROJECTOR,
    workspace: 'sixty patients',
    show: today,
  },
  { name: 'outcome', size: WIDE, workspace: 'sixty patients', show: firstOutcome },
]
