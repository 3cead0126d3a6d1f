import { useState } from 'react'
import { formContext } from '../../shared/forms/anchors.ts'
import { PatientId } from '../../shared/ids.ts'
import { CheckField } from '../components/CheckField.tsx'
import { ComboField } from '../components/ComboField.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { TextField } from '../components/TextField.tsx'
import { DateCombo } from '../features/entry/DateInput.tsx'
import { FormScope, type Scope } from '../features/entry/FormScope.tsx'
import { Group, State } from './Specimens.tsx'

const SIDES = [
  { value: 'left', label: 'Left' },
  { value: 'right', label: 'Right' },
  { value: 'notStated', label: 'Not stated', detail: 'the report does not say' },
] as const

const ERROR = 'This is no date: write 15-Mar-1971, 15/03/1971 or 1971.'

/** A form with nothing recorded and nothing wrong, for the fields that ask it for words. */
const NO_FORM: Scope = {
  context: formContext([], { today: '2026-11-22' }),
  of: {
    patient: {
      id: PatientId.parse('00000000-0000-4000-8000-000000000000'),
      revision: 1,
      archived: false,
      details: {
        familyName: 'Nobody',
        givenName: null,
        caseName: null,
        title: null,
        born: null,
        ageAsReported: null,
        sex: 'notRecorded',
        gender: null,
        deceased: null,
        identifiers: [],
      },
    },
    entries: [],
  },
  entries: [],
  errorAt: () => null,
  hasErrorUnder: () => false,
  warningAt: () => null,
  lastDocument: () => '',
  usedDocument: () => {},
  addDocument: () => Promise.resolve(null),
  reveal: null,
}

/** What can be typed in. */
export function Fields() {
  const [text, setText] = useState('as typed')
  const [side, setSide] = useState<(typeof SIDES)[number]['value'] | null>(null)
  const [drug, setDrug] = useState('')
  const [date, setDate] = useState('15-Mar-2021')
  const [isTicked, setIsTicked] = useState(true)
  return (
    <Group title="Fields">
      <State name="text">
        <TextField label="Hospital No." value={text} onChange={setText} />
      </State>
      <State name="required, described">
        <TextField
          label="Family name"
          isRequired
          description="As on the letter."
          value=""
          onChange={setText}
        />
      </State>
      <State name="wrong">
        <TextField label="Date of birth" error={ERROR} value="32/13" onChange={setText} />
      </State>
      <State name="disabled">
        <TextField label="Lab number" isDisabled value="TEST 12" onChange={setText} />
      </State>
      <State name="several lines">
        <TextField label="Findings" multiline value={text} onChange={setText} />
      </State>
      <State name="list">
        <SelectField label="Side" value={side} options={SIDES} onChange={setSide} />
      </State>
      <State name="list, wrong">
        <SelectField
          label="Certainty"
          error="Choose one."
          value={null}
          options={SIDES}
          onChange={setSide}
        />
      </State>
      <State name="text with suggestions">
        <ComboField
          label="Drug"
          text={drug}
          onText={setDrug}
          options={[{ id: 'tamoxifen', label: 'tamoxifen' }]}
          onPick={option => setDrug(option.label)}
        />
      </State>
      <State name="date">
        <FormScope scope={NO_FORM}>
          <DateCombo label="Collected" text={date} onText={setDate} error={null} />
        </FormScope>
      </State>
      <State name="date, wrong">
        <FormScope scope={NO_FORM}>
          <DateCombo label="Reported" text="32/13" onText={setDate} error={ERROR} />
        </FormScope>
      </State>
      <State name="tick">
        <CheckField label="Deceased" value={isTicked} onChange={setIsTicked} />
        <CheckField label="Disabled" isDisabled value={false} onChange={setIsTicked} />
        <CheckField label="Wrong" error="Tick this." value={false} onChange={setIsTicked} />
      </State>
    </Group>
  )
}
