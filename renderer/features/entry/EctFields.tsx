import {
  ANAESTHETIC_LABEL,
  ANAESTHETICS,
  ECT_BENEFIT_LABEL,
  ECT_BENEFITS,
  ECT_DRUGS,
  ECT_REASON_LABEL,
  ECT_REASONS,
  ECT_REPEAT_LABEL,
  ECT_REPEATS,
  ECT_ROUTE_LABEL,
  ECT_ROUTES,
  ECT_SIDE_EFFECT_LABEL,
  ECT_SIDE_EFFECTS,
  ELECTRODE_LABEL,
  ELECTRODES,
  STAY_LABEL,
  STAYS,
} from '../../../shared/codes/skin/electrochemotherapyWords.ts'
import { BLANK_FOLLOW_UP, type EctTyped } from '../../../shared/forms/ectFields.ts'
import { WhenInput } from './DateInput.tsx'
import { addRow, at, type Field, rowFields } from './field.ts'
import {
  choices,
  Group,
  LineInput,
  ListChoice,
  OfferedInput,
  Pair,
  ProseInput,
  SmallButton,
} from './inputs.tsx'
import { AnswerInput, AnswersInput, SomeChoice } from './SkinInputs.tsx'
import { QuantityInput } from './ValueInputs.tsx'

/** What only electrochemotherapy has, and how the area was found afterwards. */
export function EctFields({ field }: Readonly<{ field: Field<EctTyped> }>) {
  return (
    <Group title="Electrochemotherapy">
      <Pair>
        <OfferedInput field={at(field, 'drug')} label="Drug" offers={ECT_DRUGS} />
        <QuantityInput field={at(field, 'dose')} label="Drug dose" unit={null} />
      </Pair>
      <AnswerInput field={at(field, 'lowDose')} label="Low dose" />
      <Pair>
        <ListChoice
          field={at(field, 'route')}
          label="Route"
          options={choices(ECT_ROUTES, ECT_ROUTE_LABEL)}
          empty="not recorded"
        />
        <ListChoice
          field={at(field, 'anaesthetic')}
          label="Anaesthetic"
          options={choices(ANAESTHETICS, ANAESTHETIC_LABEL)}
          empty="not recorded"
        />
      </Pair>
      <Pair>
        <ListChoice
          field={at(field, 'stay')}
          label="Stay"
          options={choices(STAYS, STAY_LABEL)}
          empty="not recorded"
        />
        <LineInput field={at(field, 'painReliefBefore')} label="Pain relief beforehand" />
      </Pair>
      <Pair>
        <ListChoice
          field={at(field, 'electrode')}
          label="Electrode"
          options={choices(ELECTRODES, ELECTRODE_LABEL)}
          empty="not recorded"
        />
        <LineInput field={at(field, 'electrodeWords')} label="Electrode in words" />
      </Pair>
      <Pair>
        <QuantityInput field={at(field, 'applications')} label="Applications" unit={null} />
        <QuantityInput field={at(field, 'duration')} label="Duration" unit="minutes" />
      </Pair>
      <Pair>
        <QuantityInput field={at(field, 'pulses')} label="Pulses" unit={null} />
        <QuantityInput field={at(field, 'pulseLength')} label="Pulse length" unit="µs" />
      </Pair>
      <Pair>
        <QuantityInput field={at(field, 'fieldStrength')} label="Field strength" unit="V/cm" />
        <LineInput field={at(field, 'area')} label="Area treated" />
      </Pair>
      <ListChoice
        field={at(field, 'repeat')}
        label="Single or repeated"
        options={choices(ECT_REPEATS, ECT_REPEAT_LABEL)}
        empty="not recorded"
      />
      <AnswerInput field={at(field, 'irradiatedBefore')} label="Skin irradiated before" />
      <LineInput field={at(field, 'alongside')} label="Alongside other treatment" />
      <SomeChoice
        field={at(field, 'reasons')}
        label="Why chosen"
        members={ECT_REASONS}
        labels={ECT_REASON_LABEL}
      />
      <LineInput field={at(field, 'reasonWords')} label="Why chosen, in words" />
      <AnswerInput field={at(field, 'lungCondition')} label="Lung condition against it" />
      <LineInput field={at(field, 'contraindicationWords')} label="Against it, in words" />
      <LineInput field={at(field, 'dressing')} label="Dressing afterwards" />
      <FollowUps field={at(field, 'followUps')} />
    </Group>
  )
}

function FollowUps({ field }: Readonly<{ field: Field<EctTyped['followUps']> }>) {
  return (
    <Group
      title="Follow-up"
      actions={
        <SmallButton label="Add a follow-up" onPress={() => addRow(field, BLANK_FOLLOW_UP)}>
          + follow-up
        </SmallButton>
      }
    >
      {rowFields(field).map(({ key, field: row, remove }, index) => (
        <Group key={key} title={`Follow-up ${index + 1}`}>
          <WhenInput field={at(row, 'when')} label="Seen on" />
          <LineInput field={at(row, 'by')} label="Seen by" />
          <AnswersInput
            field={at(row, 'benefits')}
            title="Benefits"
            keys={ECT_BENEFITS}
            labels={ECT_BENEFIT_LABEL}
          />
          <AnswersInput
            field={at(row, 'sideEffects')}
            title="Side effects"
            keys={ECT_SIDE_EFFECTS}
            labels={ECT_SIDE_EFFECT_LABEL}
          />
          <AnswerInput field={at(row, 'scabbing')} label="Scabbing" />
          <AnswerInput field={at(row, 'looksWorse')} label="Looks worse" />
          <LineInput field={at(row, 'dressing')} label="Dressing" />
          <ProseInput field={at(row, 'text')} label="In words" />
          <SmallButton label={`Take away follow-up ${index + 1}`} onPress={remove}>
            take away
          </SmallButton>
        </Group>
      ))}
    </Group>
  )
}
