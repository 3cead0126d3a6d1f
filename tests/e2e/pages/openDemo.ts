import type { Page } from '@playwright/test'
import { type BoardScreen, boardScreen } from './boardScreen.ts'
import { startScreen } from './startScreen.ts'

/** Opens the demo as a new user does, and waits until its board is painted. */
export async function openDemo(page: Page): Promise<BoardScreen> {
  await startScreen(page).openDemo.click()
  const board = boardScreen(page)
  await board.axis.items.first().waitFor()
  return board
}
