import { flushSync } from 'react-dom'

type Read = () => void

const readers = new Map<Element, Set<Read>>()
let observer: ResizeObserver | null = null

/**
 * Calls `read` once the elements are laid out, and again whenever the size of one of them changes, until the function that it
 * gives is called. What `read` sets is drawn in the very frame that is about to be painted. One observer serves all, so that
 * everything is read before anything is drawn: each reading after a drawing would lay out the page once more.
 */
export function whenLaidOut(elements: Iterable<Element>, read: Read): () => void {
  const watched = [...elements]
  observer ??= new ResizeObserver(entries => {
    const due = new Set(entries.flatMap(({ target }) => [...(readers.get(target) ?? [])]))
    flushSync(() => {
      for (const one of due) one()
    })
  })
  for (const element of watched) {
    readers.set(element, (readers.get(element) ?? new Set()).add(read))
    // Also for who is watched already: it is told of anew.
    observer.observe(element)
  }
  return () => {
    for (const element of watched) {
      const own = readers.get(element)
      own?.delete(read)
      if (own === undefined || own.size > 0) continue
      readers.delete(element)
      observer?.unobserve(element)
    }
  }
}
