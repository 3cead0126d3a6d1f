type Work = () => Promise<unknown>

const waiting = new Set<Work>()

/** Names what has to be done before the workspace is locked from here, such as keeping the last letters; gives its removal. */
export function beforeLock(work: Work): () => void {
  waiting.add(work)
  return () => {
    waiting.delete(work)
  }
}

/** Does all of it. A part that fails holds nothing up: a lock that was asked for has to come. */
export async function finishBeforeLock(): Promise<void> {
  await Promise.allSettled([...waiting].map(work => work()))
}
