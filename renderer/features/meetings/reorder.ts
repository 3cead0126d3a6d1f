import type { PatientId } from '../../../shared/ids.ts'

export type Move = 'up' | 'down' | 'first' | 'last'

/**
 * The whole list after a case was moved among those that are shown: past its neighbour on screen, and so past whoever a
 * filter hides between them; to the beginning or the end it goes of the whole list. Null where it stands there already.
 */
export function moved(
  order: readonly PatientId[],
  shown: readonly PatientId[],
  patientId: PatientId,
  move: Move,
): PatientId[] | null {
  const at = shown.indexOf(patientId)
  if (at === -1) return null
  if (move === 'first' || move === 'last') {
    const end = move === 'first' ? order[0] : order.at(-1)
    if (end === undefined || end === patientId) return null
    return placed(order, patientId, end, move === 'first' ? 'before' : 'after')
  }
  const neighbour = shown[move === 'up' ? at - 1 : at + 1]
  if (neighbour === undefined) return null
  return placed(order, patientId, neighbour, move === 'up' ? 'before' : 'after')
}

/** The whole list after a case was put before or after another one. */
export function placed(
  order: readonly PatientId[],
  patientId: PatientId,
  target: PatientId,
  where: 'before' | 'after',
): PatientId[] {
  if (patientId === target) return [...order]
  const rest = order.filter(id => id !== patientId)
  const at = rest.indexOf(target)
  return rest.toSpliced(where === 'before' ? at : at + 1, 0, patientId)
}
