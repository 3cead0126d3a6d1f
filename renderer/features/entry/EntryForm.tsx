import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import type { Entry, EntryBody, EntryKind } from '../../../shared/case/entry.ts'
import { formContext } from '../../../shared/forms/anchors.ts'
import type { FieldError } from '../../../shared/forms/codec.ts'
import { dateWarnings } from '../../../shared/forms/dateWarnings.ts'
import { type EntryDraft, keepDraft, readDraft, textsIn } from '../../../shared/forms/draft.ts'
import { labelOfPath } from '../../../shared/forms/fieldLabels.ts'
import { formPathOf } from '../../../shared/forms/formPath.ts'
import { type FormOf, fromForm, type Opened, toForm } from '../../../shared/forms/forms.ts'
import { chosen, type Merge, mergeBodies } from '../../../shared/forms/merge.ts'
import { newForm, type Preset } from '../../../shared/forms/newEntry.ts'
import { fieldErrorsOf } from '../../../shared/forms/servicePath.ts'
import type { ChangeRequest } from '../../../shared/history/change.ts'
import { EntryId } from '../../../shared/ids.ts'
import type { Draft, OpenCase } from '../../../shared/ipc/contract.ts'
import { ApiError } from '../../api/apiError.ts'
import { api } from '../../api/client.ts'
import { today } from '../board/today.ts'
import { useTakeCase } from '../board/useCase.ts'
import { sentenceOf } from '../session/session.ts'
import { FORM_TITLE } from './entryWords.ts'
import {
  DateQuestion,
  DraftRestored,
  DraftUnreadable,
  ErrorSummary,
  Refused,
} from './FormNotes.tsx'
import { FormScope } from './FormScope.tsx'
import type { Field } from './field.ts'
import { KindFields } from './KindFields.tsx'
import { MergeChoice } from './MergeChoice.tsx'
import notes from './notes.module.css'
import { PanelShell } from './PanelShell.tsx'
import { useFormScope } from './useFormScope.ts'
import { useFormShell } from './useFormShell.ts'

type Kind = EntryKind

type Props = Readonly<{
  kind: Kind
  openCase: OpenCase
  /** The entry to change; null for a new one. */
  entry: Entry | null
  preset: Preset<Kind>
  draftKey: string
  draft: Draft | null
  /** A member of the form that was asked for. */
  reveal: string | null
  questionOnly: boolean
  /** Stays the same from one form to the next of its kind. */
  lastDocument: RefObject<string>
  onClose: () => void
  onSaved: (saved: EntryId, another: boolean) => void
}>

/** Dates that were asked about, and whether another form was to follow. */
type Asked = Readonly<{ warnings: readonly FieldError[]; another: boolean }>

/** What a form was opened on; changes only when the entry was changed elsewhere. */
type Ground = Readonly<{ id: EntryId; revision: number | null; opened: Opened<Kind> | null }>

function freshId(): EntryId {
  return EntryId.parse(crypto.randomUUID())
}

/** The form of one entry beside the board: what is typed, its draft, its errors, and saving it as one act. */
export function EntryForm(props: Props) {
  const { kind, openCase, entry, draftKey, draft, lastDocument, onClose, onSaved } = props
  const { patient, entries } = openCase.case
  const day = today()
  const context = useMemo(
    () => formContext(entries, { today: day, self: entry?.id ?? null }),
    [entries, day, entry?.id],
  )
  const [start] = useState(() => startOf(props, context))
  const reveal = props.reveal === null ? null : formPathOf(kind, props.reveal, start.typed)
  const [ground, setGround] = useState<Ground>(start.ground)
  const [isRestored, setIsRestored] = useState(start.isRestored)
  const [unreadable, setUnreadable] = useState(start.unreadable)
  const [isSaving, setIsSaving] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [merge, setMerge] = useState<Readonly<{
    merge: Merge<EntryBody>
    revision: number
    entries: readonly Entry[]
  }> | null>(null)
  const take = useTakeCase()

  const read = useCallback(
    (typed: FormOf<Kind>) => fromForm<Kind>(kind, typed, ground.opened, context),
    [kind, ground.opened, context],
  )
  const shell = useFormShell<FormOf<Kind>, EntryBody>({
    initial: start.typed,
    baseline: start.baseline,
    read,
    draftKey,
    patientId: patient.id,
    draftOf: typed => keepDraft<Kind>({ kind, ...ground, typed }),
  })
  const { panel, goTo } = shell
  const labelOf = (path: string) => labelOfPath(kind, path)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form is opened
  useEffect(() => {
    if (reveal !== null) goTo(reveal)
  }, [])

  async function apply(changes: ChangeRequest[]): Promise<OpenCase> {
    const after = await api.invoke('case:apply', { patientId: patient.id, changes })
    take(patient.id, after)
    return after
  }

  async function send(body: EntryBody, on: Ground, another: boolean): Promise<void> {
    setIsSaving(true)
    try {
      const { id, revision } = on
      await apply([
        revision === null ? { do: 'create', id, body } : { do: 'update', id, revision, body },
      ])
      shell.drop()
      onSaved(id, another)
    } catch (error) {
      await explain(error, body, on)
    } finally {
      setIsSaving(false)
    }
  }

  async function explain(error: unknown, body: EntryBody, on: Ground): Promise<void> {
    if (!(error instanceof ApiError)) return shell.refuse([], sentenceOf(error))
    if (error.error.kind === 'invalidInput')
      return shell.refuse(fieldErrorsOf(error.error.issues), error.message)
    if (error.error.kind !== 'conflict') return shell.refuse([], error.message)
    const after = await api.invoke('case:get', { patientId: patient.id }).catch(() => null)
    const stored = after?.case.entries.find(({ id }) => id === on.id)
    if (after === null) return shell.refuse([], error.message)
    take(patient.id, after)
    if (stored === undefined) {
      // It was taken away elsewhere: what is typed here can be saved as a new entry.
      setGround({ id: freshId(), revision: null, opened: on.opened })
      return shell.refuse(
        [],
        'This entry was removed elsewhere while you had it open. Saving now records it again as a new entry.',
      )
    }
    // A new entry that is already there was stored by the answer that got lost.
    const base = on.opened?.body ?? stored.body
    setMerge({
      merge: mergeBodies<EntryBody>(base, body, stored.body),
      revision: stored.revision,
      entries: after.case.entries,
    })
  }

  function save(another: boolean): void {
    if (isSaving || merge !== null) return
    const body = shell.attempt()
    if (body === null) return
    const known =
      ground.opened === null ? [] : dateWarnings(ground.opened.body, patient.details, day)
    const warnings = dateWarnings(body, patient.details, day).filter(
      ({ path, message }) => !known.some(old => old.path === path && old.message === message),
    )
    if (warnings.length > 0 && JSON.stringify(warnings) !== JSON.stringify(asked?.warnings)) {
      setAsked({ warnings, another })
      return
    }
    void send(body, ground, another)
  }

  function chooseMerged(mine: ReadonlySet<string>): void {
    if (merge === null) return
    const body = chosen(merge.merge, mine)
    const shown = toForm<Kind>(body, formContext(merge.entries, { today: day, self: ground.id }))
    const next: Ground = { id: ground.id, revision: merge.revision, opened: { body, shown } }
    setMerge(null)
    setGround(next)
    shell.form.update(() => shown)
    void send(body, next, false)
  }
  // Changes that do not meet are put together without asking anything.
  const meets = merge !== null && merge.merge.contested.length === 0
  useEffect(() => {
    if (meets) chooseMerged(new Set())
  })

  function discard(): void {
    shell.drop()
    setIsRestored(false)
    setUnreadable([])
    setGround(start.fresh)
    shell.reset(start.baseline)
  }

  const scope = useFormScope({
    openCase,
    context,
    shell,
    warnings: asked?.warnings,
    lastDocument,
    offersOnlyDocument: true,
    reveal,
  })
  const { update } = shell.form
  const form: Field<FormOf<Kind>> = {
    ...shell.form,
    update: useCallback(
      change => {
        // What was asked may be answered by what is typed now: saving asks again.
        setAsked(null)
        update(change)
      },
      [update],
    ),
  }
  const isNew = entry === null
  const changedElsewhere =
    entry !== null && ground.revision !== null && entry.revision !== ground.revision && !isSaving
  return (
    <FormScope scope={scope}>
      <PanelShell
        title={props.questionOnly ? 'Question for the meeting' : titleOf(kind, isNew)}
        panel={panel}
        onClose={onClose}
        onSave={() => save(false)}
        onSaveAndAnother={isNew && kind !== 'context' ? () => save(true) : null}
        isSaving={isSaving}
        onLeaveField={shell.flush}
        foot={
          shell.draftProblem ? (
            <span role="status">
              What you type could not be kept as a draft. Save before you leave this form.
            </span>
          ) : shell.isDirty ? (
            <span className={notes.quiet}>Kept as a draft while you type.</span>
          ) : null
        }
      >
        {isRestored && draft !== null && <DraftRestored at={draft.at} onDiscard={discard} />}
        {unreadable.length > 0 && <DraftUnreadable texts={unreadable} onDiscard={discard} />}
        {changedElsewhere && merge === null && (
          <div className={notes.note} role="status">
            This entry was changed after this form was opened. Saving will show both.
          </div>
        )}
        {merge !== null && !meets && (
          <MergeChoice
            contested={merge.merge.contested}
            labelOf={labelOf}
            entries={merge.entries}
            onChosen={chooseMerged}
          />
        )}
        {shell.errors.length > 0 && (
          <ErrorSummary errors={shell.errors} labelOf={labelOf} onGo={goTo} />
        )}
        {shell.message !== null && shell.errors.length === 0 && <Refused message={shell.message} />}
        {asked !== null && shell.errors.length === 0 && (
          <DateQuestion
            warnings={asked.warnings}
            labelOf={labelOf}
            onGo={path => goTo(path)}
            onConfirm={() => save(asked.another)}
          />
        )}
        <KindFields kind={kind} form={form} self={ground.id} questionOnly={props.questionOnly} />
      </PanelShell>
    </FormScope>
  )
}

function titleOf(kind: Kind, isNew: boolean): string {
  return isNew ? `Add: ${FORM_TITLE[kind].toLowerCase()}` : FORM_TITLE[kind]
}

/** What a form starts with: its draft, what is stored, or an empty form. */
function startOf(
  { kind, openCase, entry, preset, draft }: Props,
  context: ReturnType<typeof formContext>,
) {
  const shown = entry === null ? null : toForm<Kind>(entry.body, context)
  const opened = entry === null || shown === null ? null : { body: entry.body, shown }
  const baseline = shown ?? newForm<Kind>(kind, openCase.case.entries, preset)
  const fresh: Ground = {
    id: entry?.id ?? freshId(),
    revision: entry?.revision ?? null,
    opened,
  }
  const kept: EntryDraft<Kind> | null = draft === null ? null : readDraft<Kind>(kind, draft.body)
  if (kept === null)
    return {
      ground: fresh,
      fresh,
      baseline,
      typed: baseline,
      isRestored: false,
      unreadable: draft === null ? [] : textsIn(draft.body),
    }
  const { id, revision } = kept
  return {
    ground: { id, revision, opened: kept.opened },
    fresh,
    baseline,
    typed: kept.typed,
    isRestored: true,
    unreadable: [],
  }
}
