import { useCallback, useMemo, useState } from 'react'
import type { Entry } from '../../../shared/case/entry.ts'
import type { SkinNote } from '../../../shared/case/skinNote.ts'
import { formContext } from '../../../shared/forms/anchors.ts'
import type { FieldError } from '../../../shared/forms/codec.ts'
import { dateWarnings } from '../../../shared/forms/dateWarnings.ts'
import { textsIn } from '../../../shared/forms/draft.ts'
import {
  keepVisit,
  readVisit,
  readVisitDraft,
  type SkinVisit,
  type SkinVisitIds,
  type SkinVisitTyped,
  visitChanges,
} from '../../../shared/forms/skinVisit.ts'
import { EntryId } from '../../../shared/ids.ts'
import type { Draft, OpenCase } from '../../../shared/ipc/contract.ts'
import { ApiError } from '../../api/apiError.ts'
import { api } from '../../api/client.ts'
import { today } from '../board/today.ts'
import { useTakeCase } from '../board/useCase.ts'
import {
  DateQuestion,
  DraftRestored,
  DraftUnreadable,
  ErrorSummary,
  Refused,
} from '../entry/FormNotes.tsx'
import { FormScope } from '../entry/FormScope.tsx'
import type { Field } from '../entry/field.ts'
import notes from '../entry/notes.module.css'
import { PanelShell } from '../entry/PanelShell.tsx'
import { useFormScope } from '../entry/useFormScope.ts'
import { useFormShell } from '../entry/useFormShell.ts'
import { sentenceOf } from '../session/session.ts'
import { useSaveAfterFiles } from './useSaveAfterFiles.ts'
import { useUserName } from './useUserName.ts'
import { VisitFields } from './VisitFields.tsx'
import { labelOfVisitPath, visitErrorsOf, visitStart } from './visit.ts'

type Props = Readonly<{
  openCase: OpenCase
  /** The lesion that a further note is about; null for a new one. */
  lesion: Entry | null
  last: SkinNote | null
  /** When the last note was, and its size, in the words of the board. */
  lastWhen: string
  lastSize: string | null
  /** What a new lesion starts with, such as the pin that was set on the board. */
  preset: Partial<SkinVisitTyped['lesion']>
  draftKey: string
  draft: Draft | null
  /** Opens the reference tables over the form. */
  onReference: () => void
  onClose: () => void
  onSaved: (lesion: EntryId, another: boolean) => void
}>

/** One look at the skin as one form and one act: a new lesion or a further note on one, with its photographs. */
export function VisitForm(props: Props) {
  const { openCase, lesion, last, draft, draftKey, onClose, onSaved } = props
  const { patient, entries } = openCase.case
  const day = today()
  const author = useUserName()
  const context = useMemo(() => formContext(entries, { today: day, self: null }), [entries, day])
  const [start] = useState(() => startOf(props, { context, author }))
  const [isRestored, setIsRestored] = useState(start.isRestored)
  const [unreadable, setUnreadable] = useState(start.unreadable)
  const [ids] = useState(start.ids)
  const [isSaving, setIsSaving] = useState(false)
  const [asked, setAsked] = useState<readonly FieldError[] | null>(null)
  const take = useTakeCase()
  const read = useCallback(
    (typed: SkinVisitTyped) => readVisit(typed, ids, context),
    [ids, context],
  )
  const shell = useFormShell<SkinVisitTyped, SkinVisit>({
    initial: start.typed,
    baseline: start.baseline,
    read,
    draftKey,
    patientId: patient.id,
    draftOf: typed => keepVisit(ids, typed),
  })

  async function send(visit: SkinVisit, another: boolean): Promise<void> {
    setIsSaving(true)
    try {
      const changes = visitChanges(visit, ids, () => EntryId.parse(crypto.randomUUID()))
      take(patient.id, await api.invoke('case:apply', { patientId: patient.id, changes }))
      shell.drop()
      onSaved(ids.lesion, another)
    } catch (error) {
      if (error instanceof ApiError && error.error.kind === 'invalidInput')
        shell.refuse(visitErrorsOf(error.error.issues, visit), error.message)
      else shell.refuse([], sentenceOf(error))
    } finally {
      setIsSaving(false)
    }
  }

  function save(another: boolean): void {
    if (isSaving) return
    const visit = shell.attempt()
    if (visit === null) return
    const warnings = warningsOf(visit)
    if (warnings.length > 0 && JSON.stringify(warnings) !== JSON.stringify(asked)) {
      setAsked(warnings)
      return
    }
    void send(visit, another)
  }

  const files = useSaveAfterFiles(save)

  function warningsOf({ lesion: body, note }: SkinVisit): FieldError[] {
    const prefixed = (prefix: string) => (warning: FieldError) => ({
      ...warning,
      path: `${prefix}.${warning.path}`,
    })
    return [
      ...(body === null ? [] : dateWarnings(body, patient.details, day).map(prefixed('lesion'))),
      ...dateWarnings(note, patient.details, day).map(prefixed('note')),
    ]
  }

  function discard(): void {
    // One that stays behind is swept away at the next opening.
    for (const { value } of shell.typed.photographs)
      api.invoke('photo:discard', { attachment: value.picture.attachment }).catch(() => {})
    shell.drop()
    setIsRestored(false)
    setUnreadable([])
    shell.reset(start.baseline)
  }

  const scope = useFormScope({ openCase, context, shell, warnings: asked ?? undefined })
  const { update } = shell.form
  const form: Field<SkinVisitTyped> = {
    ...shell.form,
    update: useCallback(
      change => {
        setAsked(null)
        update(change)
      },
      [update],
    ),
  }
  return (
    <FormScope scope={scope}>
      <PanelShell
        title={titleOf(lesion)}
        panel={shell.panel}
        onClose={onClose}
        onSave={() => files.save(false)}
        onSaveAndAnother={lesion === null ? () => files.save(true) : null}
        isSaving={isSaving}
        onLeaveField={shell.flush}
        foot={
          shell.draftProblem ? (
            <span role="status">
              What you type could not be kept as a draft. Save before you leave this form.
            </span>
          ) : files.waitsFor !== null ? (
            <span role="status">
              {files.waitsFor === 1
                ? 'Saves once a photograph is taken in.'
                : `Saves once ${files.waitsFor} photographs are taken in.`}
            </span>
          ) : shell.isDirty ? (
            <span className={notes.quiet}>Kept as a draft while you type.</span>
          ) : null
        }
      >
        {isRestored && draft !== null && <DraftRestored at={draft.at} onDiscard={discard} />}
        {unreadable.length > 0 && <DraftUnreadable texts={unreadable} onDiscard={discard} />}
        {shell.errors.length > 0 && (
          <ErrorSummary errors={shell.errors} labelOf={labelOfVisitPath} onGo={shell.goTo} />
        )}
        {shell.message !== null && shell.errors.length === 0 && <Refused message={shell.message} />}
        {asked !== null && shell.errors.length === 0 && (
          <DateQuestion
            warnings={asked}
            labelOf={labelOfVisitPath}
            onGo={shell.goTo}
            onConfirm={() => files.save(false)}
          />
        )}
        <VisitFields
          form={form}
          patientId={patient.id}
          lesion={lesion}
          last={last}
          lastWhen={props.lastWhen}
          lastSize={props.lastSize}
          carried={start.baseline.note}
          onReference={props.onReference}
          onFiles={files.setFiles}
        />
      </PanelShell>
    </FormScope>
  )
}

function titleOf(lesion: Entry | null): string {
  return lesion?.body.kind === 'lesion' ? `Note on ${lesion.body.label}` : 'New skin lesion'
}

type Start = Readonly<{
  ids: SkinVisitIds
  baseline: SkinVisitTyped
  typed: SkinVisitTyped
  isRestored: boolean
  unreadable: readonly string[]
}>

function startOf(
  { openCase, lesion, last, preset, draft }: Props,
  { context, author }: { context: ReturnType<typeof formContext>; author: string },
): Start {
  const kept = draft === null ? null : readVisitDraft(draft.body)
  const fresh: SkinVisitIds = {
    lesion: lesion?.id ?? EntryId.parse(crypto.randomUUID()),
    isNew: lesion === null,
    note: EntryId.parse(crypto.randomUUID()),
  }
  const ids = kept === null ? fresh : kept.ids
  const { entries } = openCase.case
  const baseline = visitStart({ entries, ids, last, preset, context, author })
  return {
    ids,
    baseline,
    typed: kept?.typed ?? baseline,
    isRestored: kept !== null,
    unreadable: draft !== null && kept === null ? textsIn(draft.body) : [],
  }
}
