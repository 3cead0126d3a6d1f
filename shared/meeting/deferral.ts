import type { Awaited, CameFrom, ItemBody } from './listItem.ts'

/** An item with nothing to say yet. */
export const NEW_ITEM: ItemBody = {
  state: { state: 'forDiscussion' },
  presenter: null,
  awaited: [],
  note: null,
  cameFrom: null,
  askedQuestion: null,
}

/** The item that a deferred case has on the later list: what is awaited and who presents go with it, and where it comes from. */
export function landed(from: ItemBody, cameFrom: CameFrom, onLaterList: ItemBody | null): ItemBody {
  const awaited = from.awaited.filter(({ arrived }) => arrived === null)
  if (onLaterList === null)
    return { ...NEW_ITEM, presenter: from.presenter, note: from.note, awaited, cameFrom }
  return {
    ...onLaterList,
    presenter: onLaterList.presenter ?? from.presenter,
    note: onLaterList.note ?? from.note,
    awaited: merged(onLaterList.awaited, awaited),
    cameFrom,
  }
}

function merged(there: readonly Awaited[], coming: readonly Awaited[]): Awaited[] {
  const known = new Set(there.map(({ id }) => id))
  return [...there, ...coming.filter(({ id }) => !known.has(id))]
}
