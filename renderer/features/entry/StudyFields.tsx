import { ASSESSMENT_TYPES, DOCUMENT_KINDS } from '../../../shared/case/investigation.ts'
import { ECOG_GRADES, ECOG_LABEL } from '../../../shared/codes/ecog.ts'
import {
  IMAGING_MODALITIES,
  IMAGING_MODALITY_LABEL,
} from '../../../shared/codes/imagingModalities.ts'
import {
  CLINICAL_RESPONSE_LABEL,
  CLINICAL_RESPONSES,
  RESPONSE_SCALE_LABEL,
} from '../../../shared/codes/responseScales.ts'
import { SERUM_MARKERS } from '../../../shared/codes/serumMarkers.ts'
import { blankForm, type FormOf } from '../../../shared/forms/forms.ts'
import { MISSING, MISSING_LABEL } from '../../../shared/values/missing.ts'
import { WhenInput } from './DateInput.tsx'
import { ASSESSMENT_TYPE_LABEL, DOCUMENT_KIND_LABEL, entryChoices } from './entryWords.ts'
import { useScope } from './FormScope.tsx'
import { at, type Field } from './field.ts'
import {
  choices,
  LineInput,
  ListChoice,
  OfferedInput,
  Pair,
  ProseInput,
  RowChoice,
  SeveralChoice,
} from './inputs.tsx'
import { More } from './More.tsx'
import { SourcesInput } from './SourceInput.tsx'
import { QuantityInput, SizesInput } from './ValueInputs.tsx'

const MODALITIES = IMAGING_MODALITIES.map(modality => IMAGING_MODALITY_LABEL[modality])
const REGIONS = ['breast', 'chest', 'abdomen', 'head', 'whole body', 'spine', 'pelvis', 'axilla']

/** The form of an imaging study. */
export function ImagingFields({ form }: Readonly<{ form: Field<FormOf<'imaging'>> }>) {
  const { entries } = useScope()
  return (
    <>
      <Pair>
        <OfferedInput
          field={at(form, 'modality')}
          label="Modality"
          isRequired
          autoFocus
          offers={MODALITIES}
        />
        <OfferedInput field={at(form, 'region')} label="Region" offers={REGIONS} />
      </Pair>
      <WhenInput field={at(form, 'when')} label="Date" />
      <ProseInput field={at(form, 'findings')} label="Findings" rows={4} />
      <SeveralChoice
        field={at(form, 'sites')}
        label="Sites shown"
        options={entryChoices(entries, 'site')}
        none="No site is recorded yet."
      />
      <SourcesInput field={at(form, 'sources')} />
      <More
        values={form.value}
        blank={blankForm('imaging')}
        blocks={[
          {
            names: ['measures'],
            fields: <SizesInput field={at(form, 'measures')} label="Measured" />,
          },
          { names: ['note'], fields: <ProseInput field={at(form, 'note')} label="Note" /> },
        ]}
      />
    </>
  )
}

const ECOG_CHOICES = ECOG_GRADES.map(value => ({ value: value as string, label: value }))
const RESPONSES = ['CR', 'PR', 'SD', 'PD', 'NE']
const CLINICAL = CLINICAL_RESPONSES.map(response => CLINICAL_RESPONSE_LABEL[response])

/** The form of a response, ECOG, a tumour marker or a clinical remark. */
export function AssessmentFields({ form }: Readonly<{ form: Field<FormOf<'assessment'>> }>) {
  const { type, value } = form.value
  const isEcog = type === 'ecog'
  const isGrade = value === '' || ECOG_GRADES.some(grade => grade === value)
  const grade = ECOG_GRADES.find(each => each === value)
  const number = (
    <QuantityInput
      field={at(form, 'quantity')}
      label="Number"
      unit={null}
      description="with its unit, such as 84 U/ml"
    />
  )
  return (
    <>
      <RowChoice
        field={at(form, 'type')}
        label="What is assessed"
        isRequired
        autoFocus
        options={choices(ASSESSMENT_TYPES, ASSESSMENT_TYPE_LABEL)}
      />
      {isEcog && isGrade ? (
        <>
          <RowChoice field={at(form, 'value')} label="ECOG" isRequired options={ECOG_CHOICES} />
          {grade !== undefined && <span>{ECOG_LABEL[grade]}</span>}
        </>
      ) : (
        <Pair>
          <OfferedInput
            field={at(form, 'scale')}
            label={type === 'tumourMarker' ? 'Marker' : 'Scale'}
            offers={type === 'tumourMarker' ? SERUM_MARKERS : Object.values(RESPONSE_SCALE_LABEL)}
          />
          <OfferedInput
            field={at(form, 'value')}
            label="Value as recorded"
            offers={type === 'response' ? [...RESPONSES, ...CLINICAL] : []}
          />
        </Pair>
      )}
      {type === 'tumourMarker' && number}
      <ProseInput field={at(form, 'text')} label="In the report’s words" />
      <WhenInput field={at(form, 'when')} label="Date" />
      <SourcesInput field={at(form, 'sources')} />
      <More
        values={form.value}
        blank={blankForm('assessment')}
        blocks={[
          ...(isEcog && isGrade
            ? [
                {
                  names: ['scale'],
                  fields: <LineInput field={at(form, 'scale')} label="Scale" />,
                },
              ]
            : []),
          ...(type === 'tumourMarker' ? [] : [{ names: ['quantity'], fields: number }]),
          {
            names: ['missing'],
            fields: (
              <ListChoice
                field={at(form, 'missing')}
                label="Why there is none"
                options={choices(MISSING, MISSING_LABEL)}
                empty="nothing chosen"
              />
            ),
          },
          { names: ['note'], fields: <ProseInput field={at(form, 'note')} label="Note" /> },
        ]}
      />
    </>
  )
}

/** The form of a source document. */
export function DocumentFields({ form }: Readonly<{ form: Field<FormOf<'document'>> }>) {
  return (
    <>
      <LineInput field={at(form, 'title')} label="Title" isRequired autoFocus />
      <ListChoice
        field={at(form, 'documentKind')}
        label="Kind"
        isRequired
        options={choices(DOCUMENT_KINDS, DOCUMENT_KIND_LABEL)}
      />
      <WhenInput field={at(form, 'dated')} label="Dated" />
      <ProseInput field={at(form, 'citation')} label="Citation" />
      <More
        values={form.value}
        blank={blankForm('document')}
        blocks={[
          { names: ['sources'], fields: <SourcesInput field={at(form, 'sources')} /> },
          { names: ['note'], fields: <ProseInput field={at(form, 'note')} label="Note" /> },
        ]}
      />
    </>
  )
}
