import type { Attendee } from '../../../shared/meeting/attendance.ts'
import { roleName } from '../../../shared/meeting/attendance.ts'
import { ComboField } from '../../components/ComboField.tsx'
import { useLive } from '../live/useLive.ts'

type Props = Readonly<{
  presenter: string | null
  people: readonly Attendee[]
  onPresenter: (presenter: string | null) => Promise<unknown>
}>

/** Who presents the case: anybody, those who are expected first. */
export function PresenterField({ presenter, people, onPresenter }: Props) {
  const live = useLive(presenter ?? '', text =>
    onPresenter(text.trim() === '' ? null : text.trim()),
  )
  const typed = live.text.trim().toLowerCase()
  const options = people.flatMap(person => {
    const { name } = person
    if (name === null || !name.toLowerCase().includes(typed)) return []
    return [{ id: name, label: name, detail: roleName(person) }]
  })
  return (
    <ComboField
      label="Presenter"
      text={live.text}
      onText={live.change}
      options={options}
      nothing="kept as typed"
      onPick={option => live.change(option.label)}
      onBlur={live.leave}
    />
  )
}
