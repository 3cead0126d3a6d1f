import type { PatientId } from '../../../shared/ids.ts'

/** A place for one visit to one patient's board, shown or drawn ahead. */
export type BoardSlot = Readonly<{
  patientId: PatientId
  /** Never used again, neither for another patient nor for another visit. */
  key: number
}>

export type BoardSlots = Readonly<{
  slots: readonly BoardSlot[]
  shown: PatientId | null
  nextKey: number
}>

export const NO_SLOTS: BoardSlots = { slots: [], shown: null, nextKey: 1 }

/** As many boards as are drawn ahead at once. */
const MOST_AHEAD = 2

/**
 * The slots for who is shown and who is expected; the very same object where nothing changes. A board that was left is
 * dropped with all that was selected or typed on it: coming back to the patient, or expecting to, begins anew.
 */
export function arrange(
  last: BoardSlots,
  shown: PatientId | null,
  expected: readonly PatientId[],
): BoardSlots {
  const ahead = [...new Set(expected)].filter(id => id !== shown).slice(0, MOST_AHEAD)
  const wanted = shown === null ? ahead : [shown, ...ahead]
  const wasLeft = (slot: BoardSlot) => slot.patientId === last.shown && last.shown !== shown
  const kept = last.slots.filter(slot => wanted.includes(slot.patientId) && !wasLeft(slot))
  const added = wanted
    .filter(id => !kept.some(slot => slot.patientId === id))
    .map((patientId, at) => ({ patientId, key: last.nextKey + at }))
  if (shown === last.shown && added.length === 0 && kept.length === last.slots.length) return last
  return { slots: [...kept, ...added], shown, nextKey: last.nextKey + added.length }
}
