let last: Promise<unknown> = Promise.resolve()

/**
 * Does one piece of work after the other, so that the window can answer in between; what is no longer wanted when its
 * turn comes is left out.
 */
export function inTurn(work: () => Promise<unknown>, signal: AbortSignal): void {
  last = last.then(async () => {
    if (!signal.aborted) await work().catch(() => undefined)
  })
}
