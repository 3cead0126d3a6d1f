import { type PatientTyped, patientForm } from '../../../shared/forms/patientForm.ts'
import { nhsNumberProblem } from '../../../shared/patient/nhsNumber.ts'
import { IDENTIFIER_KINDS, SEXES } from '../../../shared/patient/patient.ts'
import { CheckField } from '../../components/CheckField.tsx'
import { SEX_LABEL } from '../patients/patientWords.ts'
import { DateCombo } from './DateInput.tsx'
import { useScope } from './FormScope.tsx'
import { addRow, at, type Field, rowFields } from './field.ts'
import {
  choices,
  Group,
  LineInput,
  ListChoice,
  Pair,
  RowFields,
  SmallButton,
  Spot,
} from './inputs.tsx'

const SEX_CHOICES = choices(SEXES, SEX_LABEL)
const KIND_LABEL = { nhs: 'NHS No.', hospital: 'Hospital No.', other: 'Other number' } as const

/** Who the patient is. A family name, or what the case is called, is all that is needed. */
export function PatientFields({ form }: Readonly<{ form: Field<PatientTyped> }>) {
  const { errorAt } = useScope()
  const born = at(form, 'born')
  const identifiers = at(form, 'identifiers')
  const deceased = at(form, 'deceased')
  return (
    <>
      <LineInput
        field={at(form, 'familyName')}
        label="Family name"
        autoFocus
        isRequired={form.value.caseName.trim() === ''}
      />
      <Pair wide>
        <LineInput field={at(form, 'givenName')} label="Given name" />
        <LineInput field={at(form, 'title')} label="Title" />
      </Pair>
      <LineInput
        field={at(form, 'caseName')}
        label="What the case is called, where no name is recorded"
      />
      <Pair>
        <Spot path={born.path}>
          <DateCombo
            label="Date of birth"
            text={born.value}
            onText={text => born.update(() => text)}
            error={errorAt(born.path)}
          />
        </Spot>
        <LineInput field={at(form, 'ageAsReported')} label="Age as reported" />
      </Pair>
      <Pair>
        <ListChoice field={at(form, 'sex')} label="Sex" options={SEX_CHOICES} />
        <LineInput field={at(form, 'gender')} label="Gender" />
      </Pair>
      <Group
        title="Numbers"
        actions={
          <SmallButton
            label="Add another number"
            onPress={() => addRow(identifiers, { kind: 'other', label: '', value: '' })}
          >
            + number
          </SmallButton>
        }
      >
        {rowFields(identifiers).map(({ key, field, remove }) => {
          const { kind, label, value } = field.value
          const isUsual = key.startsWith('usual ')
          const problem = kind === 'nhs' && value.trim() !== '' ? nhsNumberProblem(value) : null
          return (
            <RowFields key={key}>
              {!isUsual && (
                <Pair>
                  <ListChoice
                    field={at(field, 'kind')}
                    label="Kind of number"
                    options={choices(IDENTIFIER_KINDS, KIND_LABEL)}
                  />
                  <LineInput field={at(field, 'label')} label="What it is called" />
                </Pair>
              )}
              <LineInput
                field={at(field, 'value')}
                label={label === '' ? 'Number' : label}
                also={[field.path.replace(/\.value$/, '')]}
                {...(problem === null || errorAt(`${field.path}.value`) !== null
                  ? {}
                  : { description: `Not yet right: ${problem}.` })}
              />
              {key.startsWith('new ') && (
                <SmallButton label={`Take away ${label || 'this number'}`} onPress={remove}>
                  take away
                </SmallButton>
              )}
            </RowFields>
          )
        })}
      </Group>
      <Spot path={deceased.path}>
        <CheckField
          label="Deceased"
          value={deceased.value.isDeceased}
          onChange={isDeceased => deceased.update(before => ({ ...before, isDeceased }))}
          error={errorAt(deceased.path)}
        />
      </Spot>
      {(deceased.value.isDeceased || deceased.value.on !== '') && (
        <Spot path={`${deceased.path}.on`}>
          <DateCombo
            label="Date of death, if known"
            text={deceased.value.on}
            onText={on => deceased.update(before => ({ ...before, on }))}
            error={errorAt(`${deceased.path}.on`)}
          />
        </Spot>
      )}
    </>
  )
}

export const BLANK_PATIENT: PatientTyped = patientForm.blank
