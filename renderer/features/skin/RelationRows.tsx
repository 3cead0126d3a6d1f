import { LESION_CONTEXT_LABEL, LESION_CONTEXTS } from '../../../shared/codes/skin/appearance.ts'
import type { FormOf } from '../../../shared/forms/forms.ts'
import { WhenInput } from '../entry/DateInput.tsx'
import { entryChoices } from '../entry/entryWords.ts'
import { useScope } from '../entry/FormScope.tsx'
import { at, type Field } from '../entry/field.ts'
import { choices, LineInput, ListChoice, Pair, ProseInput } from '../entry/inputs.tsx'
import { AnswerInput } from '../entry/SkinInputs.tsx'
import { SourcesInput } from '../entry/SourceInput.tsx'
import { Fold } from './Fold.tsx'

type LesionForm = FormOf<'lesion'>
type Form = Field<LesionForm>

const RELATIONS = [
  { key: 'toScar', label: 'At or near a scar', short: 'scar' },
  { key: 'toPrimary', label: 'Near the primary', short: 'primary' },
  { key: 'toField', label: 'In a radiation field', short: 'radiation field' },
] as const

/** How a lesion lies to a scar, the primary and a radiation field: an answer each, in one line. */
export function RelationRows({ form }: Readonly<{ form: Form }>) {
  return (
    <div>
      {RELATIONS.map(({ key, label }) => (
        <AnswerInput key={key} field={at(at(form, key), 'answer')} label={label} />
      ))}
    </div>
  )
}

/** The rest of what a lesion can say, folded with what is filled in. */
export function LesionFolds({ form }: Readonly<{ form: Form }>) {
  const { entries } = useScope()
  const { value } = form
  const sites = entryChoices(entries, 'site')
  const path = (name: keyof LesionForm & string) => at(form, name).path
  return (
    <div>
      <Fold
        title="Relations in words, extent"
        said={[
          ...RELATIONS.flatMap(({ key, short }) =>
            value[key].words === '' ? [] : [`${short}: ${value[key].words}`],
          ),
          ...said(value.extent, value.subsite),
        ]}
        paths={[
          ...RELATIONS.map(({ key }) => `${path(key)}.words`),
          path('extent'),
          path('subsite'),
        ]}
      >
        {RELATIONS.map(({ key, label }) => (
          <LineInput key={key} field={at(at(form, key), 'words')} label={`${label}: in words`} />
        ))}
        <Pair>
          <LineInput field={at(form, 'extent')} label="Extent" />
          <LineInput field={at(form, 'subsite')} label="Sub-site" />
        </Pair>
      </Fold>
      <Fold
        title="First seen, context, site"
        said={[
          ...value.firstSeen.flatMap(row => said(row.value.text)),
          ...(value.context === 'notStated' ? [] : [LESION_CONTEXT_LABEL[value.context]]),
          ...sites.filter(site => site.value === value.site).map(site => site.label),
        ]}
        paths={[path('firstSeen'), path('context'), path('site')]}
      >
        <WhenInput field={at(form, 'firstSeen')} label="First seen" />
        <ListChoice
          field={at(form, 'context')}
          label="Context"
          options={choices(LESION_CONTEXTS, LESION_CONTEXT_LABEL)}
        />
        <ListChoice<string>
          field={at(form, 'site')}
          label="Site of disease"
          options={sites}
          empty="not linked to a site"
        />
      </Fold>
      <Fold
        title="Label, source and remark"
        said={[value.label, ...said(value.note), ...(value.sources.length > 0 ? ['sources'] : [])]}
        paths={[path('label'), path('sources'), path('note')]}
      >
        <LineInput field={at(form, 'label')} label="Label" isRequired />
        <SourcesInput field={at(form, 'sources')} />
        <ProseInput field={at(form, 'note')} label="Remark" rows={1} />
      </Fold>
    </div>
  )
}

function said(...texts: readonly string[]): string[] {
  return texts.map(text => text.trim()).filter(text => text !== '')
}
