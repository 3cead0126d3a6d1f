import { NO_MEETINGS } from '../../../shared/meeting/patientMeetings.ts'
import { createSummaryPort } from '../../paperPort.ts'
import { type Command, UsageError } from '../command.ts'
import { PAPER_OPTIONS, writePaper } from '../patientPaper.ts'
import { sinceOf } from '../since.ts'

/** Writes the PDF summary of one patient. */
export const summary: Command = {
  name: 'summary',
  usage: [
    "summary --demo --out FILE.pdf [--cutoff '>=1'|'>=10'|'>10'] [--paper A4|LETTER]",
    'summary --workspace DIR --patient ID-or-number --out FILE.pdf [--cutoff …] [--paper …]',
    '        [--since DAY|last-meeting], DAY such as 12-Nov-2026 or -7d: marks and lists what is new',
  ],
  options: { ...PAPER_OPTIONS, since: { type: 'string' } },
  async run(values) {
    const since = sinceOf(values)
    await writePaper(values, {
      noun: 'summary',
      ofDemo: (engine, input, control) => {
        if (since !== null)
          throw new UsageError('--since needs a --workspace: the demo on its own has no history.')
        const summaryOf = createSummaryPort(engine)
        return summaryOf.render({ ...input, meetings: NO_MEETINGS, earlier: null }, control)
      },
      ofPatient: (ask, { patient }, job, options) =>
        ask('summary:render', { job, options: { ...options, patientId: patient.id, since } }),
    })
  },
}
