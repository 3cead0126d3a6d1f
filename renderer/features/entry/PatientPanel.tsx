import { useCallback, useMemo, useState } from 'react'
import { formContext } from '../../../shared/forms/anchors.ts'
import { DETAIL_LABELS, labelOfPath } from '../../../shared/forms/fieldLabels.ts'
import { chosen, type Merge, mergeBodies } from '../../../shared/forms/merge.ts'
import { type PatientTyped, patientForm } from '../../../shared/forms/patientForm.ts'
import { fieldErrorsOf } from '../../../shared/forms/servicePath.ts'
import type { Draft, OpenCase } from '../../../shared/ipc/contract.ts'
import type { PatientDetails } from '../../../shared/patient/patient.ts'
import { PatientDetails as PatientDetailsSchema } from '../../../shared/patient/patient.ts'
import { ApiError } from '../../api/apiError.ts'
import { api } from '../../api/client.ts'
import { today } from '../board/today.ts'
import { useTakeCase } from '../board/useCase.ts'
import { sentenceOf } from '../session/session.ts'
import { DraftRestored, ErrorSummary, Refused } from './FormNotes.tsx'
import { FormScope } from './FormScope.tsx'
import { MergeChoice } from './MergeChoice.tsx'
import { PanelShell } from './PanelShell.tsx'
import { PatientFields } from './PatientFields.tsx'
import { useFormScope } from './useFormScope.ts'
import { useFormShell } from './useFormShell.ts'

type Props = Readonly<{
  openCase: OpenCase
  draftKey: string
  draft: Draft | null
  onClose: () => void
  onSaved: () => void
}>

type Ground = Readonly<{ revision: number; details: PatientDetails; shown: PatientTyped }>

/** What a draft of this form holds; null where it is something else. */
function readKept(body: unknown): (Ground & Readonly<{ typed: PatientTyped }>) | null {
  if (typeof body !== 'object' || body === null) return null
  if (!('revision' in body && 'details' in body && 'shown' in body && 'typed' in body)) return null
  const { revision, shown, typed } = body
  const details = PatientDetailsSchema.safeParse(body.details)
  if (typeof revision !== 'number' || !details.success) return null
  if (!patientForm.fits(shown) || !patientForm.fits(typed)) return null
  return { revision, details: details.data, shown, typed }
}

/** Changes who the patient is. */
export function PatientPanel({ openCase, draftKey, draft, onClose, onSaved }: Props) {
  const { patient, entries } = openCase.case
  const take = useTakeCase()
  const day = today()
  const context = useMemo(() => formContext([], { today: day }), [day])
  const [stored] = useState<Ground>(() => ({
    revision: patient.revision,
    details: patient.details,
    shown: patientForm.show(patient.details, context),
  }))
  const [kept] = useState(() => readKept(draft?.body))
  const [ground, setGround] = useState<Ground>(kept ?? stored)
  const [isRestored, setIsRestored] = useState(kept !== null)
  const [isSaving, setIsSaving] = useState(false)
  const [merge, setMerge] = useState<Readonly<{
    merge: Merge<PatientDetails>
    revision: number
  }> | null>(null)
  const read = useCallback(
    (typed: PatientTyped) =>
      patientForm.read(typed, { value: ground.details, shown: ground.shown }, context, ''),
    [ground, context],
  )
  const shell = useFormShell<PatientTyped, PatientDetails>({
    initial: kept?.typed ?? stored.shown,
    baseline: stored.shown,
    read,
    draftKey,
    patientId: patient.id,
    draftOf: typed => JSON.parse(JSON.stringify({ ...ground, typed })),
  })
  const labelOf = (path: string) => labelOfPath('patient', path)

  async function send(details: PatientDetails | null, revision: number): Promise<void> {
    if (details === null || isSaving) return
    setIsSaving(true)
    try {
      const after = await api.invoke('case:apply', {
        patientId: patient.id,
        changes: [{ do: 'details', revision, details }],
      })
      take(patient.id, after)
      shell.drop()
      onSaved()
    } catch (error) {
      if (!(error instanceof ApiError)) shell.refuse([], sentenceOf(error))
      else if (error.error.kind === 'invalidInput')
        shell.refuse(fieldErrorsOf(error.error.issues), error.message)
      else if (error.error.kind === 'conflict') await meet(details)
      else shell.refuse([], error.message)
    } finally {
      setIsSaving(false)
    }
  }

  async function meet(mine: PatientDetails): Promise<void> {
    const after = await api.invoke('case:get', { patientId: patient.id }).catch(() => null)
    if (after === null)
      return shell.refuse([], 'The patient was changed elsewhere. Nothing was saved.')
    take(patient.id, after)
    const { details, revision } = after.case.patient
    const met = mergeBodies(ground.details, mine, details)
    setMerge({ merge: met, revision })
  }

  function choose(mine: ReadonlySet<string>): void {
    if (merge === null) return
    const details = chosen(merge.merge, mine)
    const shown = patientForm.show(details, context)
    setMerge(null)
    setGround({ revision: merge.revision, details, shown })
    shell.form.update(() => shown)
    void send(details, merge.revision)
  }

  const scope = useFormScope({ openCase, context, shell })
  return (
    <FormScope scope={scope}>
      <PanelShell
        title="Patient details"
        panel={shell.panel}
        onClose={onClose}
        onSave={() => void send(shell.attempt(), ground.revision)}
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
              setGround(stored)
              shell.reset(stored.shown)
            }}
          />
        )}
        {merge !== null && (
          <MergeChoice
            contested={merge.merge.contested}
            labelOf={field => DETAIL_LABELS[field as keyof PatientDetails] ?? field}
            entries={entries}
            onChosen={choose}
          />
        )}
        {shell.errors.length > 0 && (
          <ErrorSummary errors={shell.errors} labelOf={labelOf} onGo={shell.goTo} />
        )}
        {shell.message !== null && shell.errors.length === 0 && <Refused message={shell.message} />}
        <PatientFields form={shell.form} />
      </PanelShell>
    </FormScope>
  )
}
