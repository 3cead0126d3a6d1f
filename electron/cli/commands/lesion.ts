import type { Case } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { createLesionReportPort } from '../../lesionReportPort.ts'
import { CliRefusal, type Command, textOf } from '../command.ts'
import { PAPER_OPTIONS, writePaper } from '../patientPaper.ts'

/** Writes the report of one skin lesion. */
export const lesion: Command = {
  name: 'lesion',
  usage: [
    "lesion --demo --out FILE.pdf [--lesion LABEL] [--cutoff '>=1'|'>=10'|'>10'] [--paper A4|LETTER]",
    'lesion --workspace DIR --patient ID-or-number --lesion ID-or-label --out FILE.pdf',
    '        [--cutoff …] [--paper …]; LABEL such as L1, and not needed where there is one lesion',
  ],
  options: { ...PAPER_OPTIONS, lesion: { type: 'string' } },
  async run(values) {
    const given = textOf(values, 'lesion')
    await writePaper(values, {
      noun: 'lesion',
      ofDemo: (engine, input, control) =>
        createLesionReportPort(engine).render(
          { ...input, lesion: lesionOf(input.case, given) },
          control,
        ),
      ofPatient: (ask, of, job, options) =>
        ask('lesion:render', {
          job,
          options: { ...options, patientId: of.patient.id, lesion: lesionOf(of, given) },
        }),
    })
  },
}

/** The lesion with an id or a label, or the only one there is. */
function lesionOf({ entries }: Case, given: string | null): EntryId {
  const lesions = entries.filter(
    ({ id, body }) =>
      body.kind === 'lesion' && (given === null || id === given || body.label === given),
  )
  const [only] = lesions
  if (only === undefined)
    throw new CliRefusal(
      given === null
        ? 'No skin lesion of this patient is recorded.'
        : 'This patient has no such skin lesion.',
    )
  if (lesions.length > 1)
    throw new CliRefusal('There are several skin lesions; say which with --lesion.')
  return only.id
}
