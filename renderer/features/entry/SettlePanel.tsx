import { useMemo, useState } from 'react'
import { formContext } from '../../../shared/forms/anchors.ts'
import type { FieldError } from '../../../shared/forms/codec.ts'
import { fieldErrorsOf } from '../../../shared/forms/servicePath.ts'
import {
  NONE_HOLDS,
  type SettleTyped,
  settleChanges,
  settleForm,
  unsettleChanges,
} from '../../../shared/forms/settle.ts'
import type { ChangeRequest } from '../../../shared/history/change.ts'
import { EntryId } from '../../../shared/ids.ts'
import type { Draft, OpenCase } from '../../../shared/ipc/contract.ts'
import type { CaseConflict } from '../../../shared/rules/conflicts.ts'
import { ApiError } from '../../api/apiError.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { today } from '../board/today.ts'
import { useTakeCase } from '../board/useCase.ts'
import { sentenceOf, useSession } from '../session/session.ts'
import { entryName } from './entryWords.ts'
import { DraftRestored, ErrorSummary, Refused } from './FormNotes.tsx'
import { FormScope } from './FormScope.tsx'
import { at } from './field.ts'
import { ProseInput } from './inputs.tsx'
import notes from './notes.module.css'
import { PanelShell } from './PanelShell.tsx'
import { RadioChoice } from './RadioChoice.tsx'
import { useFormScope } from './useFormScope.ts'
import { useFormShell } from './useFormShell.ts'
import { monthDayTime } from './when.ts'

type Props = Readonly<{
  openCase: OpenCase
  conflict: CaseConflict
  draftKey: string
  draft: Draft | null
  onClose: () => void
  onSaved: (saved: EntryId | null) => void
  /** Opens the form of the recorded conflict itself. */
  onEdit: ((entry: EntryId) => void) | null
}>

const SETTLE_LABELS: Readonly<Record<string, string>> = { holds: 'Which holds', reason: 'Reason' }
const labelOf = (path: string) => SETTLE_LABELS[path] ?? 'This form'

function isSettleTyped(value: unknown): value is SettleTyped {
  return (
    typeof value === 'object' &&
    value !== null &&
    'holds' in value &&
    typeof value.holds === 'string' &&
    'reason' in value &&
    typeof value.reason === 'string'
  )
}

/** Settles a conflict: which statement holds, or none, and why. Both statements stay. */
export function SettlePanel({
  openCase,
  conflict,
  draftKey,
  draft,
  onClose,
  onSaved,
  onEdit,
}: Props) {
  const { patient, entries } = openCase.case
  const take = useTakeCase()
  const session = useSession()
  const [isSaving, setIsSaving] = useState(false)
  const [isRestored, setIsRestored] = useState(isSettleTyped(draft?.body))
  const day = today()
  const context = useMemo(() => formContext(entries, { today: day }), [entries, day])
  const baseline = settleForm(conflict.settlement)
  const [newId] = useState(() => EntryId.parse(crypto.randomUUID()))
  const by = session.data?.state === 'open' ? session.data.user.name : ''
  const shell = useFormShell<SettleTyped, ChangeRequest[]>({
    initial: isSettleTyped(draft?.body) ? draft.body : baseline,
    baseline,
    read: typed =>
      settleChanges(conflict, entries, typed, { by, at: new Date().toISOString(), newId }),
    draftKey,
    patientId: patient.id,
    draftOf: ({ holds, reason }) => ({ holds, reason }),
  })

  async function send(changes: ChangeRequest[] | null): Promise<void> {
    if (changes === null || isSaving) return
    setIsSaving(true)
    try {
      const after = await api.invoke('case:apply', { patientId: patient.id, changes })
      take(patient.id, after)
      shell.drop()
      const [first] = changes
      onSaved(first !== undefined && first.do !== 'details' ? first.id : null)
    } catch (error) {
      const issues: readonly FieldError[] =
        error instanceof ApiError && error.error.kind === 'invalidInput'
          ? fieldErrorsOf(error.error.issues)
          : []
      if (error instanceof ApiError && error.error.kind === 'conflict') {
        const after = await api.invoke('case:get', { patientId: patient.id }).catch(() => null)
        if (after !== null) take(patient.id, after)
        shell.refuse(
          [],
          'This conflict was changed elsewhere. It now shows as it is stored; your choice and reason are kept here. Look at both and save again.',
        )
      } else shell.refuse(issues, sentenceOf(error))
    } finally {
      setIsSaving(false)
    }
  }

  const scope = useFormScope({ openCase, context, shell })
  const sourceText = (source: CaseConflict['statements'][number]['source']) => {
    if (source === null) return 'source not recorded'
    const body = entries.find(({ id }) => id === source.document)?.body
    const title = body === undefined ? 'a document that was removed' : entryName(body)
    return source.locator === null ? title : `${title}: ${source.locator}`
  }
  const { settlement, entry } = conflict
  return (
    <FormScope scope={scope}>
      <PanelShell
        title={`Settle ${conflict.label}: ${conflict.title}`}
        panel={shell.panel}
        onClose={onClose}
        onSave={() => void send(shell.attempt())}
        onSaveAndAnother={null}
        isSaving={isSaving}
        onLeaveField={shell.flush}
      >
        {isRestored && draft !== null && (
          <DraftRestored
            at={draft.at}
            onDiscard={() => {
              shell.drop()
              setIsRestored(false)
              shell.reset(baseline)
            }}
          />
        )}
        {shell.errors.length > 0 && (
          <ErrorSummary errors={shell.errors} labelOf={labelOf} onGo={shell.goTo} />
        )}
        {shell.message !== null && shell.errors.length === 0 && <Refused message={shell.message} />}
        <p>
          {conflict.origin === 'automatic'
            ? 'Found in the readings themselves. Settling it records it as a conflict of its own, with both statements.'
            : 'Recorded by a person. Both statements stay, whichever holds.'}
        </p>
        <RadioChoice
          field={at(shell.form, 'holds')}
          label="Which statement holds?"
          options={[
            ...conflict.statements.map((statement, index) => ({
              value: String(index),
              label: statement.short,
              detail: `${statement.text === statement.short ? '' : `“${statement.text}”, `}${sourceText(statement.source)}`,
            })),
            { value: NONE_HOLDS, label: 'None of them, or more than one', detail: '' },
          ]}
        />
        <ProseInput field={at(shell.form, 'reason')} label="Reason" isRequired rows={4} />
        <p className={notes.quiet}>
          {settlement === null
            ? `It will be recorded as settled by ${by}.`
            : `Settled by ${settlement.by} on ${monthDayTime(settlement.at)}. Saving records it as settled by ${by}.`}
        </p>
        <div className={notes.row}>
          {settlement !== null && (
            <Button
              look="plain"
              onPress={() => {
                const changes = unsettleChanges(conflict, entries)
                if (changes.ok) void send(changes.value)
              }}
            >
              Open it again
            </Button>
          )}
          {entry !== null && onEdit !== null && (
            <Button look="plain" onPress={() => onEdit(entry)}>
              Change the statements
            </Button>
          )}
        </div>
      </PanelShell>
    </FormScope>
  )
}
