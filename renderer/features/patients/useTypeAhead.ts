import { type KeyboardEvent, useRef } from 'react'
import type { ListQuestion } from '../../../shared/patient/patientList.ts'
import { api } from '../../api/client.ts'
import { useNotify } from '../../components/notices.tsx'

/** Letters that follow one another within this time are one beginning of a name. */
const TOGETHER_MS = 800

type Options = Readonly<{
  question: ListQuestion
  total: number
  onPlace: (index: number) => void
}>

/**
 * Letters typed in the list lead to the first name that begins with them, wherever in a hundred thousand it is.
 * `moveOn` is called when another row or another part takes the keyboard: an answer that is still on its way then takes
 * nobody back.
 */
export function useTypeAhead({ question, total, onPlace }: Options) {
  const notify = useNotify()
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY, turn: 0 })
  const moveOn = (): void => {
    typed.current.turn += 1
  }
  const type = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey } = event
    if (ctrlKey || altKey || metaKey || [...key].length !== 1) return
    const own = typed.current
    const isFirst = performance.now() - own.at > TOGETHER_MS
    if (isFirst && !/[\p{L}\p{N}]/u.test(key)) return
    event.preventDefault()
    own.text = isFirst ? key : own.text + key
    own.at = performance.now()
    own.turn += 1
    if (question.sort.by !== 'name' || question.query.trim() !== '') {
      notify({
        text: 'Letters lead to a name while all are listed in the order of names; Ctrl F searches.',
        tone: 'done',
      })
      return
    }
    const { turn } = own
    api.invoke('patient:place', { ...question, startsWith: own.text }).then(
      ({ place }) => {
        if (place === null || turn !== own.turn) return
        onPlace(question.sort.descending ? total - 1 - place : place)
      },
      // A place that cannot be asked for leaves the list where it is; the list itself says what is wrong.
      () => {},
    )
  }
  return { type, moveOn }
}
