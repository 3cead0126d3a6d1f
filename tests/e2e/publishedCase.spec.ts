import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../../electron/build.ts'
import { type DemoFile, readDemoFile } from '../../electron/demo/demoCase.ts'
import { idOfSymbol } from '../../electron/demo/symbols.ts'
import { EntryBody, type EntryKind } from '../../shared/case/entry.ts'
import { formContext } from '../../shared/forms/anchors.ts'
import { type FormValue, isSame } from '../../shared/forms/codec.ts'
import { toForm } from '../../shared/forms/forms.ts'
import { newForm } from '../../shared/forms/newEntry.ts'
import { patientForm } from '../../shared/forms/patientForm.ts'
import type { OpenCase } from '../../shared/ipc/contract.ts'
import { expect, test } from './fixtures.ts'
import { appBar } from './pages/appBar.ts'
import { ask } from './pages/ask.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { entryForm } from './pages/entryForm.ts'
import { tabTo } from './pages/keyboard.ts'
import { openDemo } from './pages/openDemo.ts'
import { patientsScreen } from './pages/patientsScreen.ts'
import { fillByKeyboard, inFormOrder, toType } from './pages/typist.ts'

type Draft = DemoFile['entries'][number]
/** The id that an entry got when it was entered, by its id in the demo. */
type Ids = ReadonlyMap<string, string>

/** What the menu of new entries calls each kind. */
const KIND_NAMES: Readonly<Partial<Record<EntryKind, string>>> = {
  site: 'Site',
  specimen: 'Specimen',
  systemic: 'Systemic treatment',
  local: 'Local treatment',
  imaging: 'Imaging',
  assessment: 'Assessment',
  document: 'Document',
  context: 'Context',
  lesion: 'Skin lesion from a report',
  conflict: 'Conflict',
}

const DEMO_PATIENT = idOfSymbol('@patient')
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

// Thousands of keys: a trace with a picture of each costs many times what they do.
test.use({ trace: 'off' })

test('the whole published case is entered by keyboard alone, and is the demo to the letter', async ({
  page,
}) => {
  // Some ten thousand keys: four minutes, more on a machine that does other things as well.
  test.setTimeout(15 * 60_000)
  // Every key is followed by a frame: a small window draws them sooner.
  await page.setViewportSize({ width: 1024, height: 768 })
  const file = await readDemoFile(join(ROOT, 'resources', 'demo', 'wu-2024.json'))
  await openDemo(page)
  await createPatient(page, file)

  const ids = new Map<string, string>()
  const links: Draft[] = []
  let now = await openCase(page)
  for (const draft of inOrder(file.entries)) {
    const known = withoutLinks(draft.body, ids)
    now = await addEntry(page, now, renamed(known, ids))
    ids.set(draft.id, now.case.entries.find(({ id }) => ![...ids.values()].includes(id))?.id ?? '')
    if (!isSame(known, draft.body)) links.push(draft)
  }
  for (const draft of links)
    await editEntry(page, ids.get(draft.id) ?? '', renamed(draft.body, ids))

  const entered = await openCase(page)
  expect(entered.case.patient.details).toEqual(file.patient.details)
  for (const { id, body } of file.entries)
    expect(saidBy(bodyOf(entered, ids.get(id) ?? ''), renamed(body, ids))).toEqual(
      renamed(body, ids),
    )
  expect(entered.case.entries).toHaveLength(file.entries.length)
  await page.reload()
  await patientsScreen(page).row('Published case (Wu 2024)').last().waitFor()
})

/** Entries so that each comes after what it is dated by; sites that a study shows are linked once they are there. */
function inOrder(entries: readonly Draft[]): Draft[] {
  const left = [...entries]
  const ordered: Draft[] = []
  const isThere = (id: string) => ordered.some(each => each.id === id)
  while (left.length > 0) {
    const at = left.findIndex(({ id, body }) =>
      idsIn('sites' in body ? { ...body, sites: [] } : body).every(
        other => other === id || isThere(other) || !entries.some(each => each.id === other),
      ),
    )
    const [next] = left.splice(Math.max(at, 0), 1)
    if (next !== undefined) ordered.push(next)
  }
  return ordered
}

function idsIn(body: unknown): string[] {
  return JSON.stringify(body).match(ID) ?? []
}

function withoutLinks(body: EntryBody, ids: Ids): EntryBody {
  return 'sites' in body && !body.sites.every(id => ids.has(id)) ? { ...body, sites: [] } : body
}

function renamed(body: EntryBody, ids: Ids): EntryBody {
  return EntryBody.parse(JSON.parse(JSON.stringify(body).replace(ID, id => ids.get(id) ?? id)))
}

async function createPatient(page: Page, { patient }: DemoFile): Promise<void> {
  await page.keyboard.press('Escape')
  await tabTo(page, appBar(page).patients, 'Shift+Tab')
  await page.keyboard.press('Enter')
  const patients = patientsScreen(page)
  await tabTo(page, patients.newPatient)
  await page.keyboard.press('Enter')
  const { caseName } = patient.details
  await tabTo(page, patients.field('What the case is called, where no name is recorded'))
  await page.keyboard.type(caseName ?? '')
  await page.keyboard.press('Enter')
  await expect(boardScreen(page).banner).toContainText('not recorded')
  await boardScreen(page).banner.getByRole('button', { name: /^Edit/ }).press('Enter')
  const context = formContext([], { today: today() })
  const now = await openCase(page)
  await fillByKeyboard(
    page,
    toType(
      patientForm.show(now.case.patient.details, context),
      patientForm.show(patient.details, context),
    ),
  )
  await save(page)
}

function today(): string {
  return new Date().toLocaleDateString('sv')
}

/** The case that was made last, as it is stored. */
async function openCase(page: Page): Promise<OpenCase> {
  const { patients } = await ask(page, 'patient:list', {
    query: '',
    archived: false,
    limit: 10,
    offset: 0,
  })
  const mine = patients.find(({ patient }) => patient.id !== DEMO_PATIENT)
  if (mine === undefined) throw new Error('no patient was created')
  return ask(page, 'case:get', { patientId: mine.patient.id })
}

function bodyOf({ case: { entries } }: OpenCase, id: string): EntryBody | undefined {
  return entries.find(each => each.id === id)?.body
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await entryForm(page).panel.waitFor({ state: 'hidden' })
}

/** Adds an entry to the case as it is now; gives the case after it. */
async function addEntry(page: Page, before: OpenCase, body: EntryBody): Promise<OpenCase> {
  const { entries } = before.case
  await page.keyboard.press('a')
  const name = KIND_NAMES[body.kind] ?? body.kind
  const item = page.getByRole('menuitem', { name, exact: true })
  await item.waitFor()
  // Its first letters lead to it, or near it.
  await page.keyboard.type(name.slice(0, 4))
  for (let step = 0; step < 20; step += 1) {
    if (await item.evaluate(element => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await entryForm(page).heading.waitFor()
  await fillByKeyboard(
    page,
    toType(
      newForm(body.kind, entries) as FormValue,
      inFormOrder(toForm(body, formContext(entries, { today: today() })) as FormValue),
    ),
  )
  await save(page)
  const after = await openCase(page)
  const added = after.case.entries.find(({ id }) => !entries.some(each => each.id === id))
  expect(saidBy(added?.body, body), `${body.kind} is stored as it was typed`).toEqual(body)
  return after
}

/** Opens an entry from the axis and types what is not there yet. */
async function editEntry(page: Page, id: string, body: EntryBody): Promise<void> {
  const { entries } = (await openCase(page)).case
  const stored = entries.find(each => each.id === id)?.body
  if (stored === undefined) throw new Error('this entry was not added')
  await openFromAxis(page, id)
  const context = formContext(entries, { today: today() })
  await fillByKeyboard(
    page,
    toType(toForm(stored, context) as FormValue, toForm(body, context) as FormValue),
  )
  await save(page)
}

/** Goes along the axis to an entry and opens its form. */
async function openFromAxis(page: Page, id: string): Promise<void> {
  const { items } = boardScreen(page).axis
  const focused = items.and(page.locator(':focus'))
  const wanted = focused.and(page.locator(`[data-roving="${id}"]`))
  for (let step = 0; step < 80 && (await focused.count()) === 0; step += 1)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Home')
  const all = await items.count()
  for (let step = 0; step < all && (await wanted.count()) === 0; step += 1)
    await page.keyboard.press('ArrowDown')
  await expect(wanted).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.keyboard.press('e')
  await entryForm(page).heading.waitFor()
}

/**
 * A stored value without the words that a person typed for it, where the demo only has the meaning: what is typed is kept
 * to the letter beside what it means.
 */
function saidBy(stored: unknown, meant: unknown): unknown {
  if (typeof stored !== 'object' || typeof meant !== 'object' || stored === null || meant === null)
    return stored
  if (Array.isArray(stored) && Array.isArray(meant))
    return stored.map((each, at) => saidBy(each, meant[at]))
  const there: Readonly<Record<string, unknown>> = { ...meant }
  return Object.fromEntries(
    Object.entries(stored).map(([key, value]) => [
      key,
      key === 'verbatim' && there[key] === null ? null : saidBy(value, there[key]),
    ]),
  )
}
