import { describe, expect, test } from 'vitest'
import type { PackJob } from '../../../electron/pdf/pack/packJob.ts'
import { aboutPack, packParts } from '../../../electron/pdf/pack/packParts.ts'
import { createPdfEngine } from '../../../electron/pdf/pdfService.ts'
import { renderParts } from '../../../electron/pdf/render.ts'
import type { PackChange, PackSection } from '../../../shared/meeting/pack.ts'
import { squeezed } from '../../support/facts.ts'
import { buildOutcome } from '../../support/meetings.ts'
import { packJob, syntheticSections, withOutcome } from '../../support/packs.ts'
import { fonts } from '../../support/pdf/buildDefinition.ts'
import { expectNothingOutsidePage, type PdfContent, readPdf } from '../../support/pdf/readPdf.ts'

const BODY = buildOutcome({ options: 'Wait for the biopsy', dissent: 'None was voiced' })
const [one, two] = syntheticSections(2)
if (one === undefined || two === undefined) throw new Error('two sections are made')
const before = [one, two]
const after = [withOutcome(one, BODY), two]

async function print(job: PackJob, sections: readonly PackSection[]): Promise<PdfContent> {
  const pieces: Uint8Array[] = []
  await renderParts(
    aboutPack(job),
    packParts(job, async at => sections[at] ?? Promise.reject(new Error('no such section'))),
    fonts,
    piece => pieces.push(piece),
  )
  const bytes = new Uint8Array(Buffer.concat(pieces))
  await expectNothingOutsidePage(bytes)
  return readPdf(bytes, job.head.options.password ?? undefined)
}

const ofPlace = ({ pages }: PdfContent, place: number): string =>
  squeezed(
    pages
      .filter(({ artifactText }) => artifactText.includes(`No. ${place}, page`))
      .map(({ text }) => text)
      .join(' '),
  )

const WORDS_OF_OUTCOME = [
  'Biopsy of the scalp lesion',
  'The receptors of the metastasis are not known.',
  'Wait for the biopsy',
  'None was voiced',
  'Book the biopsy',
  'Dr Probe',
  'The trial is closed to recruitment.',
  'Dr Testa',
].map(squeezed)

describe('before the meeting', () => {
  test('each case has a sheet to write on with every part of an outcome, on one page', async () => {
    const pdf = await print(packJob(before), before)
    const sheets = pdf.pages.filter(({ text }) => text.includes('Outcome sheet'))
    expect(sheets).toHaveLength(2)
    for (const { text } of sheets)
      for (const part of [
        'Decision',
        'Recommendation',
        'Intent',
        'Options considered',
        'Rationale',
        'Action',
        'Who',
        'Due',
        'Dissent',
        'Trial',
        'Review on',
        'discussed again',
        'signature',
      ])
        expect(text).toContain(part)
    expect(ofPlace(pdf, 1)).toContain('DRAFT')
  })

  test('there are no sheets where none are wanted', async () => {
    const pdf = await print(packJob(before, { outcomeSheets: false }), before)
    expect(pdf.text).not.toContain('Outcome sheet')
  })

  test('the agenda alone has the list and no case', async () => {
    const pdf = await print(packJob([one, two], { kind: 'agenda' }), [])
    expect(pdf.title).toBe('Agenda: Metastatic breast board, 26-Nov-2026, 14:00')
    for (const words of ['Dr Testa', 'study nurse', 'Synthetic question 2?', 'for discussion'])
      expect(pdf.text).toContain(words)
    expect(pdf.text).not.toContain('Receptor history')
  })
})

describe('after the meeting', () => {
  test('a signed outcome stands in its section with its addenda, and takes the place of the sheet', async () => {
    const pdf = await print(packJob(after), after)
    const [first, second] = [ofPlace(pdf, 1), ofPlace(pdf, 2)]
    for (const words of WORDS_OF_OUTCOME) expect(first).toContain(words)
    expect(first).toContain('SIGNED')
    expect(first).not.toContain('Outcomesheet')
    expect(second).toContain('Outcomesheet')
    expect(second).toContain('DRAFT')
    expect(second).not.toContain(WORDS_OF_OUTCOME[0])
  })

  test('a letter tells one patient’s outcome, with who was there, and names the patient on its page', async () => {
    const sections = after.slice(0, 1)
    const pdf = await print(packJob(sections, { kind: 'letter' }), sections)
    const text = squeezed(pdf.text)
    for (const words of [
      ...WORDS_OF_OUTCOME,
      'Syntheticquestion1?',
      'familydoctor',
      'SIGNED',
      'DrBeispiel',
    ])
      expect(text).toContain(words)
    expect(pdf.outline.map(({ title }) => title)[0]).toContain('TESTFALL-0000')
  })

  test('the title of the file names no patient, and a password closes it', async () => {
    const job = packJob(after, { kind: 'letter', password: 'secret words' })
    const pdf = await print(job, after).catch((error: unknown) => error)
    expect(String(pdf)).toMatch(/password/i)
    expect(aboutPack(job)).toMatchObject({
      title: 'Outcome letters: Metastatic breast board, 26-Nov-2026, 14:00',
      password: 'secret words',
    })
  })
})

describe('the supplement', () => {
  const change = (of: PackSection, kind: PackChange['kind']): PackChange => ({
    patient: of.case.patient,
    kind,
    was: 3,
    now: of.item.position,
    stateWas: { state: 'forDiscussion' },
    stateNow: { state: 'notDiscussed', protocol: 'Protocol M-1', reason: null },
  })

  test('lists what changed since the pack was printed, a patient a row, on one page', async () => {
    const printed = {
      at: '2026-11-22T14:32:00.000Z',
      userName: 'Demo Coordinator',
      upTo: 1,
      changes: [change(one, 'moved'), change(one, 'outcome'), change(two, 'state')],
    }
    const job = packJob(after, { kind: 'supplement' }, printed)
    const pdf = await print(job, after)
    expect(pdf.pages).toHaveLength(1)
    const text = squeezed(pdf.text)
    for (const words of [
      'Moved from 3 to 1',
      'Outcome changed',
      'Biopsy of the scalp lesion',
      'Listed as: listed, not discussed: Protocol M-1, was for discussion',
      'by Demo Coordinator',
    ])
      expect(text).toContain(squeezed(words))
  })

  test('has the whole section of who came to discussion since, after its list, and of nobody else', async () => {
    const now = { stateNow: { state: 'forDiscussion' as const } }
    const printed = (changes: readonly PackChange[]) => ({
      at: '2026-11-22T14:32:00.000Z',
      userName: 'Demo Coordinator',
      upTo: 1,
      changes,
    })
    const added = { ...change(two, 'added'), ...now, was: null, stateWas: null }
    const job = packJob(before, { kind: 'supplement' }, printed([change(one, 'moved'), added]))
    const pdf = await print(job, before)
    const [list, ...rest] = pdf.pages
    expect(list?.text).toContain('Added to the list')
    expect(list?.artifactText).toMatch(/Supplement page 1 of/)
    const asInPack = await print(packJob(before), before)
    expect(ofPlace(pdf, 2)).toContain(squeezed('Synthetic question 2?'))
    expect(rest.length).toBe(
      asInPack.pages.filter(({ artifactText }) => artifactText.includes('No. 2, page')).length,
    )
    expect(ofPlace(pdf, 1)).toBe('')
    expect(pdf.outline.map(({ title }) => title)).toHaveLength(2)
    // A case that was listed and not discussed had no section in the pack either.
    const back = { ...change(one, 'state'), ...now, stateWas: change(one, 'state').stateNow }
    const other = await print(packJob(before, { kind: 'supplement' }, printed([back])), before)
    expect(ofPlace(other, 1)).toContain(squeezed('Synthetic question 1?'))
  })

  test('says so where nothing changed, or nothing was printed', async () => {
    const nothing = { at: '2026-11-22T14:32:00.000Z', userName: 'Demo', upTo: 1, changes: [] }
    const same = await print(packJob([], { kind: 'supplement' }, nothing), [])
    expect(same.text).toContain('Nothing changed since')
    const never = await print(packJob([], { kind: 'supplement' }), [])
    expect(never.text).toContain('No pack of this meeting was printed before.')
  })
})

describe('the engine', () => {
  const workerUrl = new URL('../../../electron/pdf/worker.ts', import.meta.url)

  test('asks for one section after the other, and gives the same bytes each time', async () => {
    const engine = createPdfEngine({ workerUrl })
    try {
      const asked: number[] = []
      const progress: number[] = []
      const make = () =>
        engine.renderPack(
          packJob(before),
          async at => {
            asked.push(at)
            return before[at] ?? Promise.reject(new Error('no such section'))
          },
          { onProgress: ({ fraction }) => progress.push(fraction) },
        )
      const [first, second] = [await make(), await make()]
      expect(asked).toEqual([0, 1, 0, 1])
      expect(progress.at(-1)).toBe(1)
      expect(first.ok && second.ok && Buffer.compare(first.value.bytes, second.value.bytes)).toBe(0)
    } finally {
      await engine.close()
    }
  })

  test('ends with the error of a section that cannot be read, and renders the next document', async () => {
    const engine = createPdfEngine({ workerUrl })
    try {
      const failing = engine.renderPack(packJob(before), async at => {
        if (at === 1) throw new Error('locked')
        return one
      })
      await expect(failing).rejects.toThrow('locked')
      const next = await engine.renderPack(packJob(before, { kind: 'agenda' }), async () => one)
      expect(next.ok).toBe(true)
    } finally {
      await engine.close()
    }
  })
})
