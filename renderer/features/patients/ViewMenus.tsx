import { useState } from 'react'
import { MenuButton } from '../../components/MenuButton.tsx'
import { useNotify } from '../../components/notices.tsx'
import { useCommands } from '../palette/CommandProvider.tsx'
import { sentenceOf } from '../session/session.ts'
import { useListState, useOwnViews } from './listState.tsx'
import { namedOf, USUAL_VIEWS } from './listViews.ts'
import { ViewDialog } from './ViewDialog.tsx'

/** Goes to a view, and keeps what is shown as one. */
export function ViewMenus({ isChanged }: { isChanged: boolean }) {
  const notify = useNotify()
  const { shown, view, chooseView } = useListState()
  const own = useOwnViews()
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null)
  const stored = own.views.find(each => each.id === view.id)
  const all = [...USUAL_VIEWS, ...own.views.map(namedOf)]
  const fail = (error: unknown) => notify({ text: sentenceOf(error), tone: 'problem' })
  const [everyone] = USUAL_VIEWS
  useCommands({
    'patients.saveView': { run: () => setNaming('new') },
    'patients.everyone': { run: () => everyone !== undefined && chooseView(everyone) },
  })

  function save(): void {
    if (stored === undefined) return
    const next = { ...stored, question: shown.question, columns: [...shown.columns] }
    own.put.mutate(next, {
      onSuccess: () => {
        chooseView(namedOf(next))
        notify({ text: `The view “${stored.name}” is saved as it is now.`, tone: 'done' })
      },
      onError: fail,
    })
  }

  function remove(): void {
    if (stored === undefined) return
    own.remove.mutate(stored.id, {
      onSuccess: () => {
        if (everyone !== undefined) chooseView(everyone)
        notify({
          text: `The view “${stored.name}” is deleted.`,
          tone: 'done',
          action: {
            label: 'Undo',
            onPress: () =>
              own.put.mutate(stored, {
                onSuccess: () => chooseView(namedOf(stored)),
                onError: fail,
              }),
          },
        })
      },
      onError: fail,
    })
  }

  function begin(id: string | null, name: string): void {
    own.chooseFirst.mutate(id, {
      onSuccess: () => notify({ text: `The list now begins with “${name}”.`, tone: 'done' }),
      onError: fail,
    })
  }

  const deeds = [
    ...(stored !== undefined && isChanged
      ? [{ key: 'save', label: `Save “${stored.name}” as it is now` }]
      : []),
    { key: 'new', label: 'Save as a new view…' },
    ...(stored === undefined
      ? []
      : [
          { key: 'rename', label: `Rename “${stored.name}”…` },
          { key: 'delete', label: `Delete “${stored.name}”` },
          ...(own.first === stored.id
            ? []
            : [{ key: 'first', label: `Begin with “${stored.name}”` }]),
        ]),
    ...(own.first === null ? [] : [{ key: 'all', label: 'Begin with all patients' }]),
  ]
  const act = (key: string) => {
    if (key === 'save') save()
    else if (key === 'new' || key === 'rename') setNaming(key)
    else if (key === 'delete') remove()
    else if (key === 'first') begin(view.id, view.name)
    else begin(null, 'All patients')
  }
  return (
    <>
      <MenuButton
        look="plain"
        label={`View: ${view.name}${isChanged ? ' (changed)' : ''}`}
        placement="bottom start"
        selected={view.id}
        choices={all.map(({ id, name }) => ({
          key: id,
          label: own.first === id ? `${name} (first)` : name,
        }))}
        onChoose={id => {
          const next = all.find(each => each.id === id)
          if (next !== undefined) chooseView(next)
        }}
      />
      <MenuButton
        look="plain"
        label="Keep view"
        placement="bottom start"
        choices={deeds}
        onChoose={act}
      />
      {naming !== null && (
        <ViewDialog
          title={naming === 'new' ? 'Save as a new view' : 'Rename the view'}
          name={naming === 'rename' ? view.name : ''}
          problem={own.put.error === null ? null : sentenceOf(own.put.error)}
          onClose={() => {
            own.put.reset()
            setNaming(null)
          }}
          onName={name => {
            const next =
              naming === 'rename' && stored !== undefined
                ? { ...stored, name }
                : {
                    id: crypto.randomUUID(),
                    name,
                    question: shown.question,
                    columns: [...shown.columns],
                  }
            own.put.mutate(next, {
              onSuccess: () => {
                setNaming(null)
                chooseView(namedOf(next))
              },
            })
          }}
        />
      )}
    </>
  )
}
