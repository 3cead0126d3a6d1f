import type { ListFilter } from '../../../shared/patient/patientList.ts'
import { NO_FILTER } from '../../../shared/patient/patientList.ts'
import { Button } from '../../components/Button.tsx'
import { MenuButton } from '../../components/MenuButton.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { ToggleField } from '../../components/ToggleField.tsx'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import styles from './FilterBar.module.css'
import { useListState } from './listState.tsx'
import { countWishes, isSameShown, type ListShown } from './listViews.ts'
import { ViewMenus } from './ViewMenus.tsx'

const DAYS = [
  { key: 'any', days: null, label: 'at any time' },
  { key: '1', days: 1, label: 'today' },
  { key: '7', days: 7, label: 'in the last 7 days' },
  { key: '30', days: 30, label: 'in the last 30 days' },
  { key: '90', days: 90, label: 'in the last 90 days' },
  { key: '365', days: 365, label: 'in the last year' },
] as const

const FLAGS = [
  { flag: 'conflicts', label: 'Open conflicts' },
  { flag: 'missing', label: 'Missing items' },
  { flag: 'awaited', label: 'Awaited results' },
  { flag: 'suspectedOnly', label: 'Suspected only' },
] as const satisfies readonly { flag: keyof ListFilter; label: string }[]

/** Which patients the list holds, which view that is, and which columns it shows. */
export function FilterBar() {
  const { shown, show, view } = useListState()
  const { question, columns } = shown
  const { filter } = question
  const ask = (part: Partial<ListShown['question']>) =>
    show({ ...shown, question: { ...question, ...part } })
  const wish = (part: Partial<ListFilter>) => ask({ filter: { ...filter, ...part } })
  const days = DAYS.find(each => each.days === filter.changedDays)
  const dayLabel = days?.label ?? `in the last ${filter.changedDays} days`
  return (
    <div className={styles.bar} role="toolbar" aria-label="Filters">
      <ViewMenus isChanged={!isSameShown(shown, view.shown)} />
      <SegmentedControl
        label="Which patients"
        value={question.archived ? 'archived' : 'current'}
        segments={[
          { value: 'current', label: 'Current' },
          { value: 'archived', label: 'Archived' },
        ]}
        onChange={which => ask({ archived: which === 'archived' })}
      />
      <MenuButton
        look="plain"
        label={`Changed ${dayLabel}`}
        placement="bottom start"
        selected={days?.key ?? 'any'}
        choices={DAYS.map(({ key, label }) => ({ key, label }))}
        onChoose={key => wish({ changedDays: DAYS.find(each => each.key === key)?.days ?? null })}
      />
      {FLAGS.map(({ flag, label }) => (
        <ToggleField
          key={flag}
          label={label}
          value={filter[flag]}
          onChange={value => wish({ [flag]: value })}
        />
      ))}
      {countWishes(filter) > 0 && (
        <Button look="plain" onPress={() => ask({ filter: NO_FILTER })}>
          Clear filters
        </Button>
      )}
      <span className={styles.end}>
        <ColumnsMenu
          columns={columns}
          onChange={next =>
            show({
              columns: next,
              question: next.includes(question.sort.by)
                ? question
                : { ...question, sort: { by: 'name', descending: false } },
            })
          }
        />
      </span>
    </div>
  )
}
