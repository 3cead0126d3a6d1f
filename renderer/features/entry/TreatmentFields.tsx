import {
  INTENTS,
  LOCAL_MODALITIES,
  RESPONSES,
  SETTINGS,
  STOP_REASONS,
} from '../../../shared/case/treatment.ts'
import { REGIMENS } from '../../../shared/codes/regimens.ts'
import { RECIST_LABEL } from '../../../shared/codes/responseScales.ts'
import { STOP_REASON_LABEL } from '../../../shared/codes/stopReasons.ts'
import {
  SURGICAL_PROCEDURE_LABEL,
  SURGICAL_PROCEDURES,
} from '../../../shared/codes/surgicalProcedures.ts'
import {
  INTENT_LABEL,
  LOCAL_MODALITY_LABEL,
  SETTING_LABEL,
} from '../../../shared/codes/treatmentWords.ts'
import { blankForm, type FormOf } from '../../../shared/forms/forms.ts'
import { WhenInput } from './DateInput.tsx'
import { DrugsInput } from './DrugsInput.tsx'
import { EctFields } from './EctFields.tsx'
import { EndInput } from './EndInput.tsx'
import { entryChoices } from './entryWords.ts'
import { useScope } from './FormScope.tsx'
import { addRow, at, type Field, rowFields } from './field.ts'
import {
  choices,
  Group,
  LineInput,
  ListChoice,
  OfferedInput,
  Pair,
  ProseInput,
  RowChoice,
  RowFields,
  SeveralChoice,
  SmallButton,
} from './inputs.tsx'
import { LineInputWithSuggestion } from './LineSuggestion.tsx'
import { More } from './More.tsx'
import { SIDE_CHOICES } from './SiteFields.tsx'
import { SourcesInput } from './SourceInput.tsx'
import { QuantityInput, StatedInput } from './ValueInputs.tsx'
import { WoundFields } from './WoundFields.tsx'

const REGIMEN_NAMES = REGIMENS.map(({ name }) => name)
const OPERATIONS = SURGICAL_PROCEDURES.map(procedure => SURGICAL_PROCEDURE_LABEL[procedure])

/** The form of a systemic treatment. */
export function SystemicFields({
  form,
  self,
}: Readonly<{ form: Field<FormOf<'systemic'>>; self: string }>) {
  const best = at(form, 'bestResponse')
  const changes = at(form, 'doseChanges')
  const blankChange = { when: [], text: '' } as const
  const hasEnded = form.value.ended.status === 'ended'
  const whyStopped = (
    <Pair>
      <ListChoice
        field={at(form, 'stopReason')}
        label="Why stopped"
        options={choices(STOP_REASONS, STOP_REASON_LABEL)}
        empty="nothing chosen"
      />
      <LineInput field={at(form, 'stopReasonAsReported')} label="In the report’s words" />
    </Pair>
  )
  return (
    <>
      <DrugsInput field={at(form, 'drugs')} autoFocus />
      <ListChoice
        field={at(form, 'setting')}
        label="Setting"
        options={choices(SETTINGS, SETTING_LABEL)}
      />
      <WhenInput field={at(form, 'started')} label="Started" />
      <EndInput field={at(form, 'ended')} label="End" />
      {hasEnded && whyStopped}
      <LineInputWithSuggestion form={form} self={self} />
      <SourcesInput field={at(form, 'sources')} />
      <More
        values={form.value}
        blank={blankForm('systemic')}
        blocks={[
          {
            names: ['settingAsReported', 'intent'],
            fields: (
              <Pair>
                <LineInput
                  field={at(form, 'settingAsReported')}
                  label="Setting in the report’s words"
                />
                <ListChoice
                  field={at(form, 'intent')}
                  label="Intent"
                  options={choices(INTENTS, INTENT_LABEL)}
                />
              </Pair>
            ),
          },
          {
            names: ['regimen'],
            fields: (
              <OfferedInput field={at(form, 'regimen')} label="Regimen" offers={REGIMEN_NAMES} />
            ),
          },
          {
            names: ['duration', 'cycles'],
            fields: (
              <Pair>
                <QuantityInput field={at(form, 'cycles')} label="Cycles" unit="cycles" />
                <QuantityInput field={at(form, 'duration')} label="Duration" unit={null} />
              </Pair>
            ),
          },
          ...(hasEnded
            ? []
            : [{ names: ['stopReason', 'stopReasonAsReported'], fields: whyStopped }]),
          {
            names: ['bestResponse'],
            fields: (
              <Group title="Best response">
                <Pair>
                  <ListChoice
                    field={at(best, 'value')}
                    label="Response"
                    options={choices(RESPONSES, RECIST_LABEL)}
                    empty="not recorded"
                  />
                  <OfferedInput
                    field={at(best, 'method')}
                    label="By"
                    offers={['RECIST 1.1', 'clinical', 'imaging']}
                  />
                </Pair>
                <LineInput field={at(best, 'text')} label="In words" />
              </Group>
            ),
          },
          {
            names: ['doseChanges'],
            fields: (
              <Group
                title="Dose changes"
                actions={
                  <SmallButton
                    label="Add a dose change"
                    onPress={() => addRow(changes, blankChange, blankChange)}
                  >
                    + change
                  </SmallButton>
                }
              >
                {rowFields(changes, blankChange).map(({ key, field, remove }, index) => (
                  <RowFields key={key}>
                    <LineInput
                      field={at(field, 'text')}
                      label={index === 0 ? 'What was changed' : `What was changed, ${index + 1}`}
                    />
                    <WhenInput field={at(field, 'when')} label="On" />
                    {changes.value.length > 0 && (
                      <SmallButton label={`Take away dose change ${index + 1}`} onPress={remove}>
                        take away
                      </SmallButton>
                    )}
                  </RowFields>
                ))}
              </Group>
            ),
          },
          { names: ['note'], fields: <ProseInput field={at(form, 'note')} label="Note" /> },
        ]}
      />
    </>
  )
}

/** The form of surgery, radiotherapy or another local treatment. */
export function LocalFields({ form }: Readonly<{ form: Field<FormOf<'local'>> }>) {
  const { entries } = useScope()
  const { modality } = form.value
  const isSurgery = modality === 'surgery'
  const hasLesions = entries.some(({ body }) => body.kind === 'lesion')
  return (
    <>
      <ListChoice
        field={at(form, 'modality')}
        label="Kind"
        isRequired
        autoFocus
        options={choices(LOCAL_MODALITIES, LOCAL_MODALITY_LABEL)}
      />
      <StatedInput
        field={at(form, 'what')}
        label="What was done"
        isRequired
        offers={isSurgery ? OPERATIONS : []}
      />
      <WhenInput field={at(form, 'started')} label={isSurgery ? 'Date' : 'Started'} />
      <EndInput field={at(form, 'ended')} label="End" />
      <RowChoice field={at(form, 'side')} label="Side" options={SIDE_CHOICES} />
      <SeveralChoice
        field={at(form, 'sites')}
        label="Sites treated"
        options={entryChoices(entries, 'site')}
        none="No site is recorded yet."
      />
      {hasLesions && (
        <SeveralChoice
          field={at(form, 'skinLesions')}
          label="Skin lesions treated"
          options={entryChoices(entries, 'lesion')}
          none=""
        />
      )}
      {modality === 'electrochemotherapy' && <EctFields field={at(form, 'ect')} />}
      {modality === 'woundCare' && <WoundFields field={at(form, 'wound')} />}
      <SourcesInput field={at(form, 'sources')} />
      <More
        values={form.value}
        blank={blankForm('local')}
        blocks={[
          ...(modality === 'electrochemotherapy'
            ? []
            : [{ names: ['ect'], fields: <EctFields field={at(form, 'ect')} /> }]),
          ...(modality === 'woundCare'
            ? []
            : [{ names: ['wound'], fields: <WoundFields field={at(form, 'wound')} /> }]),
          { names: ['field'], fields: <LineInput field={at(form, 'field')} label="Field" /> },
          {
            names: ['dose', 'fractions'],
            fields: (
              <Pair>
                <QuantityInput field={at(form, 'dose')} label="Dose" unit="Gy" />
                <QuantityInput field={at(form, 'fractions')} label="Fractions" unit="fractions" />
              </Pair>
            ),
          },
          {
            names: ['intent'],
            fields: (
              <ListChoice
                field={at(form, 'intent')}
                label="Intent"
                options={choices(INTENTS, INTENT_LABEL)}
              />
            ),
          },
          {
            names: ['result'],
            fields: <ProseInput field={at(form, 'result')} label="Result, extent, margins" />,
          },
          { names: ['note'], fields: <ProseInput field={at(form, 'note')} label="Note" /> },
        ]}
      />
    </>
  )
}
