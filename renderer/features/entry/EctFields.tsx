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
import { Fold } from '../skin/Fold.tsx'
import { WhenInput } from './DateInput.tsx'
import { addRow, at, type Field, rowFields } from './field.ts'
import {
  choices,
  Group,
  LineInput,
  OfferedInput,
  Pair,
  ProseInput,
  RowChoice,
  SmallButton,
} from './inputs.tsx'
import { AnswerInput, AnswersInput, SomeChoice } from './SkinInputs.tsx'
import { QuantityInput } from './ValueInputs.tsx'

const NONE = { value: '' as const, label: 'not recorded' }

/** What only electrochemotherapy has, in parts that say what is filled in while they are folded. */
export function EctFields({ field }: Readonly<{ field: Field<EctTyped> }>) {
  const { value } = field
  const path = (name: keyof EctTyped & string) => at(field, name).path
  return (
    <Group title="Electrochemotherapy">
      <Pair>
        <OfferedInput field={at(field, 'drug')} label="Drug" offers={ECT_DRUGS} />
        <QuantityInput field={at(field, 'dose')} label="Drug dose" unit={null} />
      </Pair>
      <RowChoice
        field={at(field, 'route')}
        label="Route"
        options={[NONE, ...choices(ECT_ROUTES, ECT_ROUTE_LABEL)]}
      />
      <Pair>
        <LineInput field={at(field, 'area')} label="Area treated" />
        <QuantityInput field={at(field, 'applications')} label="Applications" unit={null} />
      </Pair>
      <RowChoice
        field={at(field, 'repeat')}
        label="Single or repeated"
        options={[NONE, ...choices(ECT_REPEATS, ECT_REPEAT_LABEL)]}
      />
      <div>
        <Fold
          title="Anaesthetic and stay"
          said={[
            ...(value.lowDose === 'yes' ? ['low dose'] : []),
            ...(value.anaesthetic === '' ? [] : [ANAESTHETIC_LABEL[value.anaesthetic]]),
            ...(value.stay === '' ? [] : [STAY_LABEL[value.stay]]),
            ...said(value.painReliefBefore),
          ]}
          paths={[path('lowDose'), path('anaesthetic'), path('stay'), path('painReliefBefore')]}
        >
          <AnswerInput field={at(field, 'lowDose')} label="Low dose" />
          <RowChoice
            field={at(field, 'anaesthetic')}
            label="Anaesthetic"
            options={[NONE, ...choices(ANAESTHETICS, ANAESTHETIC_LABEL)]}
          />
          <RowChoice
            field={at(field, 'stay')}
            label="Stay"
            options={[NONE, ...choices(STAYS, STAY_LABEL)]}
          />
          <LineInput field={at(field, 'painReliefBefore')} label="Pain relief beforehand" />
        </Fold>
        <Fold
          title="Electrode and pulses"
          said={[
            ...(value.electrode === '' ? [] : [ELECTRODE_LABEL[value.electrode]]),
            ...said(
              value.electrodeWords,
              value.pulses.text,
              value.pulseLength.text,
              value.fieldStrength.text,
              value.duration.text,
            ),
          ]}
          paths={[
            path('electrode'),
            path('electrodeWords'),
            path('pulses'),
            path('pulseLength'),
            path('fieldStrength'),
            path('duration'),
          ]}
        >
          <RowChoice
            field={at(field, 'electrode')}
            label="Electrode"
            options={[NONE, ...choices(ELECTRODES, ELECTRODE_LABEL)]}
          />
          <LineInput field={at(field, 'electrodeWords')} label="Electrode in words" />
          <Pair>
            <QuantityInput field={at(field, 'pulses')} label="Pulses" unit={null} />
            <QuantityInput field={at(field, 'pulseLength')} label="Pulse length" unit="µs" />
          </Pair>
          <Pair>
            <QuantityInput field={at(field, 'fieldStrength')} label="Field strength" unit="V/cm" />
            <QuantityInput field={at(field, 'duration')} label="Duration" unit="minutes" />
          </Pair>
        </Fold>
        <Fold
          title="Why chosen, and what speaks against it"
          said={[
            ...value.reasons.map(reason => ECT_REASON_LABEL[reason]),
            ...said(value.reasonWords, value.contraindicationWords, value.alongside),
          ]}
          paths={[
            path('reasons'),
            path('reasonWords'),
            path('irradiatedBefore'),
            path('alongside'),
            path('lungCondition'),
            path('contraindicationWords'),
          ]}
        >
          <SomeChoice
            field={at(field, 'reasons')}
            label="Why chosen"
            members={ECT_REASONS}
            labels={ECT_REASON_LABEL}
          />
          <LineInput field={at(field, 'reasonWords')} label="Why chosen, in words" />
          <AnswerInput field={at(field, 'irradiatedBefore')} label="Skin irradiated before" />
          <LineInput field={at(field, 'alongside')} label="Alongside other treatment" />
          <AnswerInput field={at(field, 'lungCondition')} label="Lung condition against it" />
          <LineInput field={at(field, 'contraindicationWords')} label="Against it, in words" />
        </Fold>
        <Fold title="Dressing afterwards" said={said(value.dressing)} paths={[path('dressing')]}>
          <LineInput field={at(field, 'dressing')} label="Dressing afterwards" />
        </Fold>
      </div>
      <FollowUps field={at(field, 'followUps')} />
    </Group>
  )
}

function said(...texts: readonly string[]): string[] {
  return texts.map(text => text.trim()).filter(text => text !== '')
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
