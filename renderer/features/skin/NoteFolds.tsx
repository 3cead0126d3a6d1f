import type { ReactNode } from 'react'
import {
  DESCRIPTOR_LABEL,
  DESCRIPTORS,
  GROWTH_LABEL,
  GROWTHS,
  PATTERN_LABEL,
  PATTERNS,
} from '../../../shared/codes/skin/appearance.ts'
import {
  ARRANGED,
  ARRANGED_LABEL,
  ATTRIBUTION_LABEL,
  ATTRIBUTIONS,
  CHANGE_LABEL,
  CHANGES,
  DIFFERENTIAL_LABEL,
  DIFFERENTIALS,
  EXAMINED,
  EXAMINED_LABEL,
  SIGN_LABEL,
  SIGNS,
} from '../../../shared/codes/skin/assessment.ts'
import {
  CULTURE_LABEL,
  CULTURES,
  LYMPHOEDEMA_CARE_LABEL,
  LYMPHOEDEMA_CARES,
  LYMPHOEDEMA_PLACE_LABEL,
  LYMPHOEDEMA_PLACES,
} from '../../../shared/codes/skin/findings.ts'
import type { FormOf } from '../../../shared/forms/forms.ts'
import { at, type Field } from '../entry/field.ts'
import { choices, LineInput, ListChoice, Pair, ProseInput } from '../entry/inputs.tsx'
import { AnswerInput, AnswersInput, SomeChoice } from '../entry/SkinInputs.tsx'
import { SourcesInput } from '../entry/SourceInput.tsx'
import { QuantityInput } from '../entry/ValueInputs.tsx'
import { WoundFields } from '../entry/WoundFields.tsx'
import { FailedRows } from './FailedRows.tsx'
import { Fold } from './Fold.tsx'
import { type NotePart, PART_FIELDS, SAID } from './noteSaid.ts'
import { SizeRows } from './SizeRows.tsx'
import { SymptomFields } from './SymptomFields.tsx'

type Form = Field<FormOf<'skinNote'>>

type Props = Readonly<{
  form: Form
  /** Parts that stand elsewhere in this form. */
  without?: readonly NotePart[]
  /** Where a part's content was carried over from; null where it is of today. */
  carriedFrom?: (part: NotePart) => string | null
}>

const TITLE = {
  signs: 'Signs for reassessment',
  symptoms: 'Symptoms and findings',
  surface: 'Surface, shape and pattern',
  sizes: 'Number and further sizes',
  change: 'Growth and change',
  considered: 'Considered',
  failed: 'Treatment that did not help',
  infection: 'Infection',
  lymphoedema: 'Lymphoedema',
  wound: 'Wound care',
  arranged: 'Examined and asked for',
  remarks: 'Source and remark',
} as const satisfies Record<NotePart, string>

const ORDER = Object.keys(TITLE) as readonly NotePart[]

/** What a note can say beyond the few things that nearly every note says, each part folded with what is filled in. */
export function NoteFolds({ form, without = [], carriedFrom = () => null }: Props) {
  return (
    <div>
      {ORDER.filter(part => !without.includes(part)).map(part => (
        <Fold
          key={part}
          title={TITLE[part]}
          said={SAID[part](form.value)}
          paths={PART_FIELDS[part].map(name => at(form, name).path)}
          carried={carriedFrom(part)}
        >
          {fieldsOf(part, form)}
        </Fold>
      ))}
    </div>
  )
}

/** The five signs; each is yes, no, not assessed, or not recorded. */
export function SignsInput({ form }: Readonly<{ form: Form }>) {
  return (
    <AnswersInput
      field={at(form, 'signs')}
      title="Signs for reassessment"
      keys={SIGNS}
      labels={SIGN_LABEL}
    />
  )
}

function fieldsOf(part: NotePart, form: Form): ReactNode {
  switch (part) {
    case 'signs':
      return <SignsInput form={form} />
    case 'symptoms':
      return <SymptomFields form={form} />
    case 'surface':
      return (
        <>
          <SomeChoice
            field={at(form, 'descriptors')}
            label="Surface and shape"
            members={DESCRIPTORS}
            labels={DESCRIPTOR_LABEL}
          />
          <SomeChoice
            field={at(form, 'patterns')}
            label="Named pattern"
            members={PATTERNS}
            labels={PATTERN_LABEL}
          />
          <ProseInput field={at(form, 'appearance')} label="Appearance in words" rows={1} />
        </>
      )
    case 'sizes':
      return (
        <>
          <Pair>
            <QuantityInput
              field={at(form, 'count')}
              label="Number seen"
              unit={null}
              description="a number or a range, such as 4-6"
            />
            <LineInput field={at(form, 'sizeWords')} label="Size in words" />
          </Pair>
          <SizeRows field={at(form, 'sizes')} />
        </>
      )
    case 'change':
      return (
        <>
          <Pair>
            <ListChoice
              field={at(form, 'growth')}
              label="Growth"
              options={choices(GROWTHS, GROWTH_LABEL)}
              empty="not recorded"
            />
            <LineInput field={at(form, 'growthWords')} label="Growth in words" />
          </Pair>
          <SomeChoice
            field={at(form, 'changes')}
            label="How it changed"
            members={CHANGES}
            labels={CHANGE_LABEL}
          />
          <SomeChoice
            field={at(form, 'attributedTo')}
            label="Put down to"
            members={ATTRIBUTIONS}
            labels={ATTRIBUTION_LABEL}
          />
          <LineInput field={at(form, 'courseWords')} label="Course in words" />
        </>
      )
    case 'considered':
      return (
        <>
          <SomeChoice
            field={at(form, 'differentials')}
            label="Considered"
            members={DIFFERENTIALS}
            labels={DIFFERENTIAL_LABEL}
          />
          <LineInput field={at(form, 'differentialWords')} label="Considered, in words" />
        </>
      )
    case 'failed':
      return <FailedRows field={at(form, 'failed')} />
    case 'infection':
      return (
        <>
          <Pair>
            <ListChoice
              field={at(form, 'culture')}
              label="Culture"
              options={choices(CULTURES, CULTURE_LABEL)}
              empty="not recorded"
            />
            <LineInput field={at(form, 'cultureWords')} label="Culture result" />
          </Pair>
          <LineInput field={at(form, 'antibiotic')} label="Antibiotic" />
          <AnswerInput field={at(form, 'cultureGuided')} label="Antibiotic guided by the culture" />
        </>
      )
    case 'lymphoedema':
      return (
        <>
          <SomeChoice
            field={at(form, 'lymphoedemaPlaces')}
            label="Lymphoedema of"
            members={LYMPHOEDEMA_PLACES}
            labels={LYMPHOEDEMA_PLACE_LABEL}
          />
          <SomeChoice
            field={at(form, 'lymphoedemaCare')}
            label="Care of lymphoedema"
            members={LYMPHOEDEMA_CARES}
            labels={LYMPHOEDEMA_CARE_LABEL}
          />
        </>
      )
    case 'wound':
      return <WoundFields field={at(form, 'wound')} />
    case 'arranged':
      return (
        <>
          <SomeChoice
            field={at(form, 'examined')}
            label="Examined and documented"
            members={EXAMINED}
            labels={EXAMINED_LABEL}
          />
          <SomeChoice
            field={at(form, 'arranged')}
            label="Asked for"
            members={ARRANGED}
            labels={ARRANGED_LABEL}
          />
          <LineInput field={at(form, 'arrangedWords')} label="Asked for, in words" />
        </>
      )
    case 'remarks':
      return (
        <>
          <SourcesInput field={at(form, 'sources')} />
          <ProseInput field={at(form, 'note')} label="Remark" rows={1} />
        </>
      )
  }
}
