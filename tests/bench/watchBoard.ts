import type { Page } from '@playwright/test'
import { isInView } from './inView.ts'

/** Milliseconds after what a person did: the board of that patient in the document, and the last of it painted. */
export type Opening = Readonly<{ inDocument: number; painted: number }>

export type Deed = 'pointerup' | 'dblclick' | 'keydown'

declare global {
  interface Window {
    boardOpening?: Promise<Opening>
    isChangeInView?: typeof isInView
  }
}

/** A board that takes longer than this did not open. */
const LONGEST_MS = 15_000

/**
 * From a person's deed to the frame after the last change that it made to what is seen, the board with this number in its
 * banner being there. Nothing is taken for the end before the page has been still for a while. Throws, and says what was
 * missing, where that takes too long.
 */
export async function watchBoard(
  page: Page,
  { number, deed, act }: Readonly<{ number: string; deed: Deed; act: () => Promise<void> }>,
): Promise<Opening> {
  await page.evaluate(`window.isChangeInView ??= ${isInView}`)
  // The page listens before anything is done: a key may overtake a question to the page.
  await page.evaluate(watch, { number, deed, longest: LONGEST_MS })
  await act()
  return page.evaluate(async () => {
    if (window.boardOpening === undefined) throw new Error('the page was loaded anew')
    return window.boardOpening
  })
}

/** In the page. What is drawn ahead or prepared out of view is no part of what is waited for. */
function watch({
  number,
  deed,
  longest,
}: Readonly<{ number: string; deed: Deed; longest: number }>): void {
  const STILL_MS = 250
  const bare = (text: string) => text.replaceAll(/\s/g, '')
  const opening = new Promise<Opening>((resolve, reject) => {
    let start = 0
    let painted = 0
    let inDocument = 0
    let still: ReturnType<typeof setTimeout>
    const isThere = () =>
      [...document.querySelectorAll('main[aria-label="Board"]')].some(
        board =>
          board.checkVisibility() &&
          bare(board.querySelector('[aria-label="Patient"]')?.textContent ?? '').includes(
            bare(number),
          ),
      )
    const isChangeSeen = (change: MutationRecord) => window.isChangeInView?.(change) === true
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      painted = performance.now()
    }
    const observer = new MutationObserver(changes => {
      if (start === 0 || (inDocument > 0 && !changes.some(isChangeSeen))) return
      if (inDocument === 0 && isThere()) inDocument = performance.now()
      // The message comes when the frame in which the callback ran has been handed over for painting.
      requestAnimationFrame(() => channel.port2.postMessage(null))
      clearTimeout(still)
      still = setTimeout(finish, STILL_MS)
    })
    const finish = () => {
      if (inDocument === 0) return
      observer.disconnect()
      clearTimeout(late)
      resolve({ inDocument: inDocument - start, painted: painted - start })
    }
    const late = setTimeout(() => {
      observer.disconnect()
      const missing = start === 0 ? `a ${deed} that reaches the page` : 'the board of the patient'
      reject(new Error(`waited ${longest} ms for ${missing}`))
    }, longest)
    addEventListener(
      deed,
      event => {
        start = event.timeStamp
      },
      { capture: true, once: true },
    )
    observer.observe(document.body, {
      childList: true,
      characterData: true,
      // A board that was drawn ahead is shown by a style alone.
      attributes: true,
      attributeFilter: ['style', 'hidden'],
      subtree: true,
    })
  })
  // Whoever asks for it is told of a failure.
  opening.catch(() => {})
  window.boardOpening = opening
}
