import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type PatientId, PatientId as PatientIdSchema } from '../../../shared/ids.ts'
import { type Patient, SEXES } from '../../../shared/patient/patient.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { TypedBefore } from '../live/TypedBefore.tsx'
import { sentenceOf } from '../session/session.ts'
import { IdentityText } from './IdentityText.tsx'
import styles from './NewPatientPanel.module.css'
import {
  detailsOf,
  type FieldErrors,
  type FieldName,
  FOLDED_FIELDS,
  NO_FIELDS,
} from './newPatient.ts'
import { nameOf, SEX_LABEL } from './patientWords.ts'
import { useNewPatientDraft } from './useNewPatientDraft.ts'

type Props = Readonly<{
  onClose: () => void
  onCreated: (id: PatientId) => void
  onOpen: (id: PatientId) => void
}>

/** The form of a new patient, beside the list; warns of a patient who may be the same person. */
export function NewPatientPanel({ onClose, onCreated, onOpen }: Props) {
  const { fields, isRestored, change, discard } = useNewPatientDraft()
  const [errors, setErrors] = useState<FieldErrors>({})
  const [twins, setTwins] = useState<readonly Patient[]>([])

  const create = useMutation({
    mutationFn: async ({ anyway }: { anyway: boolean }) => {
      const details = detailsOf(fields)
      setErrors(details.ok ? {} : details.error)
      if (!details.ok) return null
      if (!anyway) {
        const { patients } = await api.invoke('patient:duplicates', {
          details: details.value,
          except: null,
        })
        setTwins(patients)
        if (patients.length > 0) return null
      }
      const id = PatientIdSchema.parse(crypto.randomUUID())
      await api.invoke('patient:create', { id, details: details.value })
      return id
    },
    onSuccess: async id => {
      if (id === null) return
      await discard()
      onCreated(id)
    },
  })
  const [isUnfolded, setIsUnfolded] = useState(false)
  // What is typed, or wrong, is never folded away.
  const mustUnfold = FOLDED_FIELDS.some(
    name => fields[name] !== NO_FIELDS[name] || errors[name] !== undefined,
  )
  const text = (name: Exclude<FieldName, 'sex' | 'isDeceased'>) => ({
    value: fields[name],
    error: errors[name] ?? null,
    onChange: (value: string) => {
      setTwins([])
      // A field that is being emptied stays where it is.
      if (FOLDED_FIELDS.some(folded => folded === name)) setIsUnfolded(true)
      change({ [name]: value })
    },
  })
  return (
    <section
      className={styles.panel}
      aria-labelledby="new-patient"
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id="new-patient" className={styles.title}>
        New patient
      </h2>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (!create.isPending) create.mutate({ anyway: false })
        }}
      >
        {isRestored && <TypedBefore onDiscard={discard} />}
        <TextField label="Family name" autoFocus {...text('familyName')} />
        <TextField label="Given name" {...text('givenName')} />
        <TextField label="Title" {...text('title')} />
        <TextField
          label="What the case is called, where no name is recorded"
          {...text('caseName')}
        />
        <TextField
          label="Date of birth"
          description="15-Mar-1971, 15/03/1971, Mar 1971 or 1971; the day stands first"
          {...text('born')}
        />
        <SelectField
          label="Sex"
          value={fields.sex}
          options={SEXES.map(value => ({ value, label: SEX_LABEL[value] }))}
          onChange={sex => change({ sex })}
        />
        <TextField label="NHS No." description="10 digits" {...text('nhs')} />
        <TextField label="Hospital No." {...text('hospital')} />
        <div className={styles.pair}>
          <TextField label="Other number: its name" {...text('otherLabel')} />
          <TextField label="Other number" {...text('otherValue')} />
        </div>
        {!mustUnfold && (
          <Button look="plain" onPress={() => setIsUnfolded(!isUnfolded)}>
            {isUnfolded ? 'Fewer fields' : 'More fields: gender, reported age, death'}
          </Button>
        )}
        {(isUnfolded || mustUnfold) && (
          <>
            <div className={styles.pair}>
              <TextField label="Gender" {...text('gender')} />
              <TextField label="Age as reported" {...text('ageAsReported')} />
            </div>
            <CheckField
              label="Deceased"
              value={fields.isDeceased}
              error={errors.isDeceased ?? null}
              onChange={isDeceased => change({ isDeceased })}
            />
            {(fields.isDeceased || fields.diedOn !== '') && (
              <TextField label="Date of death, if known" {...text('diedOn')} />
            )}
          </>
        )}
        <p className={styles.quiet}>What is left empty reads “not recorded”.</p>
        {twins.length > 0 && <Twins twins={twins} onOpen={onOpen} />}
        {create.error !== null && (
          <p className={styles.problem} role="alert">
            {sentenceOf(create.error)}
          </p>
        )}
        <div className={styles.buttons}>
          {twins.length === 0 ? (
            <Button type="submit" look="primary" isDisabled={create.isPending}>
              Create
            </Button>
          ) : (
            <Button look="primary" onPress={() => create.mutate({ anyway: true })}>
              Create all the same
            </Button>
          )}
          <Button look="plain" onPress={onClose}>
            Close
          </Button>
        </div>
      </form>
    </section>
  )
}

function Twins({ twins, onOpen }: { twins: readonly Patient[]; onOpen: (id: PatientId) => void }) {
  return (
    <div className={styles.twins} role="alert">
      <p>
        <strong>This may be a patient who is already here</strong>: same number, or same name and
        birth date. Nothing is saved yet.
      </p>
      <ul>
        {twins.map(patient => (
          <li key={patient.id}>
            <Button look="plain" onPress={() => onOpen(patient.id)}>
              Open
            </Button>
            <span>
              <strong>{nameOf(patient)}</strong>
              {patient.archived && ' (archived)'}
              <br />
              <IdentityText patient={patient} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
