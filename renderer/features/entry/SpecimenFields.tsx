import { useMemo } from 'react'
import { PROCEDURES } from '../../../shared/case/specimen.ts'
import { HISTOLOGIES, HISTOLOGY_LABEL } from '../../../shared/codes/histologies.ts'
import { PROCEDURE_LABEL } from '../../../shared/codes/specimenProcedures.ts'
import { blankForm, type FormOf } from '../../../shared/forms/forms.ts'
import { REPRESENTATIVE } from '../../../shared/forms/specimenForm.ts'
import { WhenInput } from './DateInput.tsx'
import { entryChoices } from './entryWords.ts'
import { useScope } from './FormScope.tsx'
import { at, type Field } from './field.ts'
import { choices, Group, LineInput, ListChoice, Pair, ProseInput, RowChoice } from './inputs.tsx'
import { More } from './More.tsx'
import { ResultsInput } from './ResultsInput.tsx'
import { SIDE_CHOICES } from './SiteFields.tsx'
import { SourcesInput } from './SourceInput.tsx'
import { QuantityInput, SizesInput, StatedInput } from './ValueInputs.tsx'

type Form = Field<FormOf<'specimen'>>

const REPRESENTATIVE_LABEL = {
  yes: 'representative',
  no: 'not representative',
  insufficient: 'insufficient',
} as const
const HISTOLOGY_OFFERS = HISTOLOGIES.map(histology => HISTOLOGY_LABEL[histology])

/** The form of a specimen with its receptors. */
export function SpecimenFields({ form }: Readonly<{ form: Form }>) {
  const { entries } = useScope()
  const nodes = at(form, 'nodes')
  const site = at(form, 'site')
  const { update } = form
  const fromSite = useMemo<Field<string>>(
    () => ({
      ...site,
      update: change =>
        update(before => {
          const next = change(before.site)
          const of = entries.find(({ id }) => id === next)?.body
          // The site's side is filled in, in view, where none is set yet.
          const side =
            of?.kind === 'site' && of.side !== null && before.side === '' ? of.side : before.side
          return { ...before, site: next, side }
        }),
    }),
    [site, update, entries],
  )
  const hasLesions = entries.some(({ body }) => body.kind === 'lesion')
  return (
    <>
      <Pair>
        <ListChoice<string>
          field={fromSite}
          label="From site"
          options={entryChoices(entries, 'site')}
          empty="not linked to a site"
          autoFocus
        />
        <LineInput field={at(form, 'label')} label="Label" isRequired />
      </Pair>
      <Pair>
        <ListChoice
          field={at(form, 'procedure')}
          label="Taken by"
          isRequired
          options={choices(PROCEDURES, PROCEDURE_LABEL)}
        />
        {hasLesions && (
          <ListChoice<string>
            field={at(form, 'lesion')}
            label="From skin lesion"
            options={entryChoices(entries, 'lesion')}
            empty="not linked to a lesion"
          />
        )}
      </Pair>
      <WhenInput field={at(form, 'collected')} label="Collected" />
      <ResultsInput field={at(form, 'results')} />
      <SourcesInput field={at(form, 'sources')} />
      <More
        values={form.value}
        blank={blankForm('specimen')}
        blocks={[
          {
            names: ['side'],
            fields: <RowChoice field={at(form, 'side')} label="Side" options={SIDE_CHOICES} />,
          },
          {
            names: ['from'],
            fields: <LineInput field={at(form, 'from')} label="Taken from, in words" />,
          },
          {
            names: ['procedureAsReported'],
            fields: (
              <LineInput
                field={at(form, 'procedureAsReported')}
                label="Procedure in the report’s words"
              />
            ),
          },
          {
            names: ['labNumber'],
            fields: <LineInput field={at(form, 'labNumber')} label="Laboratory number" />,
          },
          {
            names: ['histology'],
            fields: (
              <StatedInput
                field={at(form, 'histology')}
                label="Histology"
                offers={HISTOLOGY_OFFERS}
              />
            ),
          },
          {
            names: ['grade', 'representative'],
            fields: (
              <Pair>
                <LineInput field={at(form, 'grade')} label="Grade" />
                <ListChoice
                  field={at(form, 'representative')}
                  label="Tissue"
                  options={choices(REPRESENTATIVE, REPRESENTATIVE_LABEL)}
                  empty="not recorded"
                />
              </Pair>
            ),
          },
          { names: ['sizes'], fields: <SizesInput field={at(form, 'sizes')} label="Sizes" /> },
          {
            names: ['nodes'],
            fields: (
              <Group title="Nodes">
                <Pair>
                  <QuantityInput field={at(nodes, 'examined')} label="Examined" unit={null} />
                  <QuantityInput field={at(nodes, 'positive')} label="Positive" unit={null} />
                </Pair>
              </Group>
            ),
          },
          {
            names: ['margins'],
            fields: <LineInput field={at(form, 'margins')} label="Margins" />,
          },
          {
            names: ['invasion'],
            fields: (
              <StatedInput field={at(form, 'invasion')} label="Perineural and vascular invasion" />
            ),
          },
          {
            names: ['reportedSubtype'],
            fields: <StatedInput field={at(form, 'reportedSubtype')} label="Subtype as reported" />,
          },
          {
            names: ['findings'],
            fields: <ProseInput field={at(form, 'findings')} label="Findings" />,
          },
          { names: ['note'], fields: <ProseInput field={at(form, 'note')} label="Note" /> },
        ]}
      />
    </>
  )
}
