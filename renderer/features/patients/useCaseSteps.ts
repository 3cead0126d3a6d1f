import { useEffect, useState } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import { useNotify } from '../../components/notices.tsx'
import type { Offers } from '../palette/CommandProvider.tsx'
import { sentenceOf } from '../session/session.ts'
import type { CaseOrder } from './listState.tsx'

/**
 * Going from the case on screen to the next and the previous one of the list. A step that is asked for before the order is
 * known is taken as soon as it is: no press of a key is lost.
 */
export function useCaseSteps(
  patientId: PatientId | null,
  order: CaseOrder,
  onOpen: (id: PatientId) => void,
): Offers {
  const notify = useNotify()
  const [awaited, setAwaited] = useState<Steps | null>(null)
  useEffect(() => {
    if (awaited === null || order.isPending) return
    setAwaited(null)
    if (awaited.from !== patientId) return
    const reached = stepped(order, awaited)
    if (reached !== awaited.from) onOpen(reached)
    else if (awaited.by !== 0)
      notify({
        text: reasonAgainst(order, awaited),
        tone: order.error === null ? 'done' : 'problem',
      })
  }, [awaited, order, patientId, onOpen, notify])
  if (patientId === null) return {}
  const offer = (by: 1 | -1) => {
    const step = { from: patientId, by }
    const to = stepped(order, step)
    if (to !== patientId) return { run: () => onOpen(to) }
    if (!order.isPending) return { run: () => {}, unavailable: reasonAgainst(order, step) }
    return {
      run: () =>
        setAwaited(before => ({
          from: patientId,
          by: (before?.from === patientId ? before.by : 0) + by,
        })),
    }
  }
  return { 'case.next': offer(1), 'case.previous': offer(-1) }
}

/** So many steps on from a case, or back where the number is negative. */
type Steps = Readonly<{ from: PatientId; by: number }>

/** Where the steps lead, at most to an end of the list; the case itself where it is not in the list. */
function stepped({ after, before }: CaseOrder, { from, by }: Steps): PatientId {
  let at = from
  for (let left = Math.abs(by); left > 0; left--) at = (by > 0 ? after(at) : before(at)) ?? at
  return at
}

function reasonAgainst(order: CaseOrder, { from, by }: Steps): string {
  if (order.error !== null) return sentenceOf(order.error)
  if (order.placeOf(from) === null) return `This patient is not in the list “${order.view}”.`
  return `This is the ${by > 0 ? 'last' : 'first'} patient of the list “${order.view}”.`
}
