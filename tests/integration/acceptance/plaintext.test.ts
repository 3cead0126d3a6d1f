import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Application, createApplication } from '../../../electron/application.ts'
import { ROOT } from '../../../electron/build.ts'
import type { EntryBody } from '../../../shared/case/entry.ts'
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Input, Output, Reply } from '../../../shared/ipc/contract.ts'
import {
  buildContext,
  buildDetails,
  buildDocument,
  buildImaging,
  buildReading,
  buildSite,
  buildSpecimen,
  buildSystemic,
  entryId,
  patientId,
} from '../../support/builders.ts'

const PATIENT = patientId(7)

/** Words that occur nowhere but in this case: in the patient's details, in entries, in drafts and in what was refused. */
const SECRETS = {
  familyName: 'Vandermolen-Quastenberg',
  givenName: 'Quintessa',
  foreignName: 'Ковалевскова',
  otherScript: '欧阳静怡',
  hospitalNumber: 'QX-7741-553',
  nhsNumber: '9434765919',
  born: '1949-04-17',
  finding: 'zosteriform plaque beside the mastectomy scar',
  site: 'interpectoral nodule of Rotter',
  specimen: 'desmoplastic stroma with signet cells',
  question: 'Would Mrs V. rather stay at home in Zwettl',
  document: 'Letter of the Schwarzkopf practice',
  locator: 'page seventeen, lower margin',
  drug: 'mistletoe ampoules from her cousin',
  draft: 'half typed: pleural tap on Thurs',
  replaced: 'first wording, taken back later',
  removed: 'an entry that was removed again',
  refused: 'refused because of its date',
  searched: 'vandermolen qx-7741',
} as const

const PASSPHRASE = 'nine plain test horses'
const USER = 'Dr Testa'
/** What opens a protected PDF is as secret as what is in it. */
const PDF_PASSWORD = 'Kastanienbaum-88'

let root: string
let temporary: string
let data: string
let app: Application
let startedAt: number
const before = process.env.TMPDIR

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'metboard-plaintext-'))
  temporary = join(root, 'temporary')
  data = join(root, 'data')
  mkdirSync(temporary)
  // Whatever asks the system for its temporary folder, SQLite and the PDF worker among it, is given an empty one.
  process.env.TMPDIR = temporary
  startedAt = Date.now() - 2000
  app = createApplication({
    host: {
      kind: 'loopback',
      version: '0.0.0-test',
      canChooseFolder: false,
      canSaveFile: false,
      chooseFolder: async () => null,
      saveFile: async () => false,
      allowCamera: () => {},
      showSaved: async () => 'notSaved',
    },
    dataFolder: data,
    resourcesFolder: join(import.meta.dirname, '../../../resources'),
    fontFolder: null,
    pdfWorkerUrl: new URL('../../../electron/pdf/worker.ts', import.meta.url),
    pictureWorkerUrl: new URL('../../../electron/pictures/worker.ts', import.meta.url),
    emit: () => undefined,
  })
})

afterAll(async () => {
  await app.close()
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  rmSync(root, { recursive: true, force: true })
})

async function get<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const reply = (await app.dispatch(channel, input)) as Reply<C>
  if (!reply.ok) throw new Error(`${channel} was refused: ${JSON.stringify(reply.error)}`)
  return reply.value
}

/** Forms in which a text could lie in a file: as it is, in capitals or small letters, as UTF-16, in Base64, escaped. */
function formsOf(secret: string): Buffer[] {
  const cases = [secret, secret.toLowerCase(), secret.toUpperCase()]
  const escaped = JSON.stringify(secret)
    .slice(1, -1)
    .replace(/[\u0080-\uffff]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return [
    ...cases.flatMap(text => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]),
    // Without the ends, which depend on what stands beside it; at each of the three offsets.
    ...[0, 1, 2].map(offset =>
      Buffer.from(
        Buffer.from(`${'x'.repeat(offset)}${secret}`)
          .toString('base64')
          .slice(4, -4),
        'latin1',
      ),
    ),
    Buffer.from(escaped, 'latin1'),
  ]
}

const FORMS = [...Object.entries(SECRETS), ['pdfPassword', PDF_PASSWORD] as const].map(
  ([name, secret]) => ({ name, forms: formsOf(secret) }),
)

function secretsIn(bytes: Buffer): string[] {
  return FORMS.filter(({ forms }) => forms.some(form => bytes.includes(form))).map(
    ({ name }) => name,
  )
}

/** Every file below a folder; one that another program removes meanwhile, or keeps to itself, is passed over. */
function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesBelow(path)
      return entry.isFile() ? [path] : []
    })
  } catch {
    return []
  }
}

/** Files with a secret in them, and which. */
function leaks(files: readonly string[]): string[] {
  return files.flatMap(file => {
    try {
      const found = secretsIn(readFileSync(file))
      return found.length === 0 ? [] : [`${file}: ${found.join(', ')}`]
    } catch {
      return []
    }
  })
}

/** Files of the machine's own temporary folders that were written since the test began. */
function newTemporaryFiles(): string[] {
  const folders = process.platform === 'win32' ? [] : ['/tmp', '/var/tmp', '/dev/shm']
  const own = before === undefined || folders.includes(before) ? [] : [before]
  // A checkout may lie in a temporary folder, and its tools keep this very file, with the words searched for.
  const isOfTools = (file: string) => file.startsWith(ROOT) || file.includes('/node_modules/')
  return [...folders, ...own].flatMap(filesBelow).filter(file => {
    if (isOfTools(file)) return false
    try {
      const { mtimeMs, size } = statSync(file)
      return mtimeMs >= startedAt && size < 64 * 1024 * 1024
    } catch {
      return false
    }
  })
}

/** Everything that this test could have written, searched; what else is in the way of a proof is told as well. */
function expectNothingInTheClear(): void {
  const own = filesBelow(data)
  expect(own.length).toBeGreaterThanOrEqual(2)
  expect(leaks(own)).toEqual([])
  expect(filesBelow(temporary)).toEqual([])
  expect(leaks(newTemporaryFiles())).toEqual([])
  const pages = own.filter(file => readFileSync(file).subarray(0, 5).toString('latin1') === '%PDF-')
  expect(pages).toEqual([])
}

async function apply(changes: Input<'case:apply'>['changes']): Promise<void> {
  await get('case:apply', { patientId: PATIENT, changes })
}

const create = (n: number, body: EntryBody) => ({ do: 'create', id: entryId(n), body }) as const

async function enterCase(): Promise<void> {
  const { familyName, givenName, foreignName, hospitalNumber, nhsNumber, born } = SECRETS
  await get('patient:create', {
    id: PATIENT,
    details: buildDetails({
      familyName,
      givenName,
      title: foreignName,
      caseName: SECRETS.otherScript,
      born,
      identifiers: [
        { kind: 'hospital', label: 'Hospital No.', value: hospitalNumber },
        { kind: 'nhs', label: 'NHS No.', value: nhsNumber },
      ],
    }),
  })
  const source = { document: entryId(1), locator: SECRETS.locator }
  await apply([
    create(1, buildDocument({ title: SECRETS.document })),
    create(2, buildSite({ bodySite: null, asReported: SECRETS.site, sources: [source] })),
    create(
      3,
      buildSpecimen({
        label: 'A',
        findings: SECRETS.specimen,
        results: [
          {
            marker: 'ER',
            missing: null,
            missingAsReported: null,
            readings: [buildReading({ verbatim: SECRETS.replaced, source })],
          },
        ],
      }),
    ),
    create(4, buildImaging({ findings: SECRETS.finding })),
    create(5, buildContext({ question: SECRETS.question })),
    create(6, buildSystemic({ note: SECRETS.drug })),
    create(7, buildSite({ note: SECRETS.removed })),
  ])
  // History keeps what was there before: it is in the database too.
  await apply([{ do: 'update', id: entryId(4), revision: 1, body: buildImaging() }])
  await apply([{ do: 'remove', id: entryId(7), revision: 1 }])
  await get('draft:put', { key: 'site:new', patientId: PATIENT, body: { note: SECRETS.draft } })
}

/** What is refused is told to the screen and to nobody else. */
async function beRefused(): Promise<void> {
  const body = { ...buildSite({ note: SECRETS.refused }), firstSeen: 'the day before never' }
  const changes = [{ do: 'create', id: entryId(90), body }]
  const reply = await app.dispatch('case:apply', { patientId: PATIENT, changes })
  expect(reply).toMatchObject({ ok: false, error: { kind: 'invalidInput' } })
  expect(secretsIn(Buffer.from(JSON.stringify(reply)))).toEqual([])
}

async function render(password: string | null): Promise<Uint8Array> {
  const options = { patientId: PATIENT, cutoff: '>=1', paper: 'A4', password } as const
  const { bytes } = await get('summary:render', { job: randomUUID(), options })
  return bytes
}

describe('a search of every file for a name, a number or a free text of the case finds nothing', () => {
  const folder = () => join(data, 'workspaces', 'Plain')

  test('while the workspace is open, after entering, refusing, searching, drafting and printing', async () => {
    await get('workspace:create', {
      folder: folder(),
      userName: USER,
      role: 'oncologist',
      passphrase: PASSPHRASE,
    })
    await enterCase()
    await beRefused()
    const search = { query: SECRETS.searched, archived: false, limit: 10, offset: 0 }
    expect((await get('patient:list', search)).total).toBe(1)
    for (const password of [null, PDF_PASSWORD]) {
      const bytes = await render(password)
      expect(Buffer.from(bytes.subarray(0, 5)).toString('latin1')).toBe('%PDF-')
    }
    expectNothingInTheClear()
  })

  test('after it was locked, and after it was opened again', async () => {
    await get('workspace:lock', {})
    expectNothingInTheClear()
    await get('workspace:unlock', {
      folder: folder(),
      userName: USER,
      passphrase: PASSPHRASE,
    })
    expectNothingInTheClear()
    // It was there all the time: what the search would have found, the workspace gives back.
    const { case: of } = await get('case:get', { patientId: PATIENT })
    const { drafts } = await get('draft:list', { patientId: PATIENT })
    const { changes } = await get('case:history', {
      patientId: PATIENT,
      entry: null,
      before: null,
      limit: 200,
    })
    const { refused: _, searched: __, ...kept } = SECRETS
    const given = JSON.stringify({ of, drafts, changes })
    expect(Object.entries(kept).filter(([, secret]) => !given.includes(secret))).toEqual([])
  })

  test('the search itself finds a secret in each of its forms', () => {
    const { foreignName, finding } = SECRETS
    for (const secret of [foreignName, finding])
      for (const form of [
        Buffer.from(secret),
        Buffer.from(secret.toUpperCase()),
        Buffer.from(secret, 'utf16le'),
        Buffer.from(Buffer.from(`a ${secret} b`).toString('base64')),
      ])
        expect(secretsIn(Buffer.concat([Buffer.alloc(100, 1), form]))).toHaveLength(1)
  })
})
