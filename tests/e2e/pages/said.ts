import type { Page } from '@playwright/test'
import type { Board } from '../../../shared/board/board.ts'
import { factsForScreen, squeezed } from '../../support/facts.ts'

/** What the screen says: texts by the fact that they stand for, and the words drawn on the axis. */
export type Said = { facts: Map<string, Set<string>>; drawn: string }

/** Adds what is on the screen now. */
export async function listen(page: Page, said: Said): Promise<void> {
  const { facts, drawn } = await page.evaluate(() => {
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    return {
      facts: [...document.querySelectorAll('main [data-fact]')]
        .filter(isShown)
        .map(element => [element.getAttribute('data-fact') ?? '', element.textContent] as const),
      drawn: [...document.querySelectorAll('main svg text')]
        .filter(isShown)
        .map(element => element.textContent)
        .join(''),
    }
  })
  for (const [id, text] of facts)
    said.facts.set(id, (said.facts.get(id) ?? new Set()).add(squeezed(text)))
  said.drawn += squeezed(drawn)
}

/** Facts of the board that the screen does not say, or says in other words. */
export function unsaid(board: Board, { facts, drawn }: Said): string[] {
  return factsForScreen(board)
    .filter(({ fact }) => {
      const text = squeezed(fact.text)
      return !(facts.get(fact.id)?.has(text) ?? false) && !drawn.includes(text)
    })
    .map(({ path, fact }) => `${path}: ${fact.text}`)
}
