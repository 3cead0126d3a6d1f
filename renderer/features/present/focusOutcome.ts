/** How long a field may take to appear, in milliseconds: the outcome is read from the workspace first. */
const PATIENCE = 3_000

/**
 * Leads the keyboard to where the outcome is typed, as soon as that is there; where nothing can be typed, to its first
 * button. It is not taken back from where a person has gone meanwhile.
 */
export function focusOutcome(beside: HTMLElement): void {
  const field = () => beside.querySelector<HTMLElement>('textarea')
  const there = field()
  if (there !== null) {
    there.focus()
    return
  }
  beside.querySelector('button')?.focus()
  const waitedAt = document.activeElement
  const observer = new MutationObserver(() => {
    const next = field()
    if (next === null) return
    observer.disconnect()
    if (document.activeElement === waitedAt) next.focus()
  })
  observer.observe(beside, { childList: true, subtree: true })
  setTimeout(() => observer.disconnect(), PATIENCE)
}
