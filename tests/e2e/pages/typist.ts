import { expect, type Locator, type Page } from '@playwright/test'
import type { FormValue } from '../../../shared/forms/codec.ts'
import { type ResultsTyped, USUAL_MARKERS } from '../../../shared/forms/resultFields.ts'

/** What a field of a form shall hold: words to type, the member of a list, or several of a list. */
export type Wanted = Map<string, string | readonly string[]>

/** A form with its results in the rows in which a new form offers them. */
export function inFormOrder(form: FormValue): FormValue {
  if (typeof form !== 'object' || !('results' in form)) return form
  const rows = form.results as ResultsTyped
  const place = (marker: string) => [...USUAL_MARKERS.map(String), marker].indexOf(marker)
  return {
    ...form,
    results: rows.toSorted((a, b) => place(a.value.marker) - place(b.value.marker)),
  }
}

/** Every field of a form that holds something, by its path. */
export function leavesOf(form: FormValue, path = '', found: Wanted = new Map()): Wanted {
  const below = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
  if (typeof form === 'string') {
    if (form !== '') found.set(path, form)
  } else if (Array.isArray(form)) {
    const parts: readonly FormValue[] = form
    const names = parts.filter(part => typeof part === 'string')
    if (names.length > 0) found.set(path, names)
    else
      parts.forEach((row, at) => {
        if (typeof row === 'object' && 'value' in row)
          leavesOf(row.value, `${below(at)}.value`, found)
      })
  } else if (typeof form === 'object')
    for (const [key, part] of Object.entries(form)) leavesOf(part, below(key), found)
  return found
}

/** The fields that a person has to change, coming from one form to another. */
export function toType(from: FormValue, to: FormValue): Wanted {
  const there = leavesOf(from)
  const wanted = new Map(
    [...leavesOf(to)].filter(([path, value]) => String(there.get(path) ?? '') !== String(value)),
  )
  const gone = [...there.keys()].filter(path => !leavesOf(to).has(path))
  expect(gone, 'nothing that the form starts with has to be taken away').toEqual([])
  return wanted
}

/** Where the keyboard is. */
type Focus = Readonly<{
  what: 'text' | 'list' | 'one' | 'several' | 'button' | 'outside'
  /** The field that it stands in, and the one that stands last before it. */
  path: string
  before: string
  label: string
  isExpanded: boolean
  /** Fields that are in view. */
  paths: readonly string[]
}>

function lookAround(): Focus {
  const active = document.activeElement
  const panel = active?.closest('aside')
  const nothing = { path: '', before: '', label: '', isExpanded: false, paths: [] }
  if (active === null || panel === null || panel === undefined)
    return { what: 'outside', ...nothing }
  const spots = [...panel.querySelectorAll<HTMLElement>('[data-path]')]
  const before = spots.filter(
    spot => (spot.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  )
  const role = active.getAttribute('role')
  const group = active.closest('[role=radiogroup],[role=toolbar],[role=group]')
  const isText = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement
  return {
    what: isText
      ? 'text'
      : active.getAttribute('aria-haspopup') === 'listbox'
        ? 'list'
        : role === 'radio'
          ? 'one'
          : active.hasAttribute('data-value') && group !== null
            ? 'several'
            : 'button',
    path: active.closest<HTMLElement>('[data-path]')?.dataset.path ?? '',
    before: before.at(-1)?.dataset.path ?? '',
    label: active.getAttribute('aria-label') ?? active.textContent ?? '',
    isExpanded: active.getAttribute('aria-expanded') === 'true',
    paths: spots.flatMap(({ dataset }) => (dataset.path === undefined ? [] : [dataset.path])),
  }
}

/** Buttons above the rows that they add to. */
const ADDS: Readonly<Record<string, string>> = {
  'Add a stage': 'primary.stages',
  'Add another marker': 'results',
  'Add a status to the course': 'course',
  'Add another statement': 'statements',
  'Add another entry that it is about': 'about',
  'Add a dose change': 'doseChanges',
}

/** Buttons below a row that add the next one, and the list of the rows; any other adds to the innermost. */
const ROWS: readonly (readonly [RegExp, string])[] = [
  [/size$/, '(?:sizes|measures)'],
  [/drug$/, 'drugs'],
  [/source$/, 'sources'],
  [/reading$/, 'readings'],
]

/** Parts of a form that are folded, and what is in them. */
const FOLDS: Readonly<Record<string, readonly string[]>> = {
  'First seen, context, site': ['firstSeen', 'context', 'site'],
  'Label, source and remark': ['label', 'sources', 'note'],
}

/** Buttons that open what belongs to the field beside them. */
const OPENS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/: details$/, ['words', 'details', 'method', 'source']],
  [/: single values and method$/, ['details', 'method']],
  [/: the report’s words and the source$/, ['words', 'source']],
  [/: the report’s words and the date$/, ['words', 'when']],
  [/the report’s words$/, ['words']],
  [/: dates and dose of its own$/, ['started', 'ended', 'dose']],
]

const under = (path: string, wanted: Wanted) =>
  [...wanted.keys()].some(each => each === path || each.startsWith(`${path}.`))

/** Whether a person who still has these fields to fill would press this button. */
function isNeeded({ label, path, before, isExpanded, paths }: Focus, wanted: Wanted): boolean {
  if (/^More fields/.test(label)) return true
  const fold = Object.keys(FOLDS).find(title => label.startsWith(title))
  if (fold !== undefined)
    return !isExpanded && (FOLDS[fold] ?? []).some(part => under(part, wanted))
  if (label === 'Add where this was read') return under(path, wanted)
  if (/as words only$/.test(label))
    return wanted.has(`${path.replace(/\.(?:name|text)$/, '')}.picked`)
  const isThere = (row: string) => paths.some(each => each === row || each.startsWith(`${row}.`))
  const list = ADDS[label]
  if (list !== undefined) {
    const rows = new Set(paths.flatMap(each => rowOf(each, list)))
    return [...wanted.keys()].flatMap(each => rowOf(each, list)).some(row => !rows.has(row))
  }
  const opened = OPENS.find(([name]) => name.test(label))
  if (opened !== undefined) {
    const base = (path || before).replace(/\.text$|\.name$|\.source$|\.method$/, '')
    return !isExpanded && opened[1].some(part => under(`${base}.${part}`, wanted))
  }
  if (/add a(?:nother| second)|^Add another/i.test(label)) {
    const list = ROWS.find(([name]) => name.test(label))?.[1] ?? ''
    const [, rows, at] = new RegExp(`^(.*${list})\\.(\\d+)\\.value`).exec(path || before) ?? []
    const next = `${rows}.${Number(at) + 1}.value`
    return under(next, wanted) && !isThere(next)
  }
  return false
}

function rowOf(path: string, list: string): string[] {
  const rest = path.startsWith(`${list}.`) ? path.slice(list.length + 1) : ''
  return rest === '' ? [] : [rest.split('.')[0] ?? '']
}

const MOST_STEPS = 400
const TYPED_SINGLY = 24

/**
 * Fills a form as a person does who has no mouse: Tab from field to field, typing what is wanted, opening what is folded.
 * Each field is done once; what the form does not offer is told by name.
 */
export async function fillByKeyboard(page: Page, wanted: Wanted): Promise<number> {
  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await page.keyboard.press(key)
  }
  for (let step = 0; step < MOST_STEPS && wanted.size > 0; step += 1) {
    const focus = await page.evaluate(lookAround)
    if (focus.what === 'outside') {
      if (!(await comesBack(page))) break
      continue
    }
    if (focus.what === 'button' && isNeeded(focus, wanted)) {
      await press('Enter')
      const after = await page.evaluate(lookAround)
      const isSameButton = after.path === focus.path && after.label === focus.label
      // A button above its rows is pressed once for each that is wanted.
      if (isSameButton && !(focus.label in ADDS && isNeeded(after, wanted))) await press('Tab')
      continue
    }
    await fillOne(page, focus, wanted, press)
    await press('Tab')
  }
  expect([...wanted], 'every field can be reached and filled').toEqual([])
  return keys
}

/** A list that closes gives the keyboard back a moment later; past the last field it is gone for good. */
async function comesBack(page: Page): Promise<boolean> {
  const isBack = () => document.activeElement?.closest('aside') !== null
  return page.waitForFunction(isBack, undefined, { timeout: 10_000 }).then(
    () => true,
    () => false,
  )
}

async function fillOne(
  page: Page,
  { what, path }: Focus,
  wanted: Wanted,
  press: (key: string) => Promise<void>,
): Promise<void> {
  const take = (key: string) => {
    const value = wanted.get(key)
    if (value !== undefined) wanted.delete(key)
    return value
  }
  if (what === 'text') {
    const value = take(path) ?? take(`${path}.locator`)
    // The document stands before the place in it: a source that was just opened is already in the latter.
    if (wanted.has(`${path}.document`)) {
      await press('Shift+Tab')
      await chooseFromList(page, String(take(`${path}.document`)), press)
      await press('Tab')
    }
    if (typeof value !== 'string') return
    await press('Control+a')
    // The first letters open what belongs to the field; the rest of a long text comes in one go, as from a dictation.
    await page.keyboard.type(value.slice(0, TYPED_SINGLY))
    if (value.length > TYPED_SINGLY) await page.keyboard.insertText(value.slice(TYPED_SINGLY))
    const picked = take(`${path.replace(/\.(?:name|text)$/, '')}.picked`)
    if (typeof picked !== 'string') return
    if (picked === 'unlisted') wanted.set(`${path.replace(/\.(?:name|text)$/, '')}.picked`, picked)
    else await chooseSuggested(page, picked, press)
  } else if (what === 'list') {
    const value = take(path) ?? take(`${path}.document`)
    if (typeof value === 'string') await chooseFromList(page, value, press)
  } else if (what === 'one') {
    const value = take(path)
    if (typeof value === 'string') await chooseFromRow(page, value, press)
  } else if (what === 'several') {
    const value = take(path)
    if (Array.isArray(value)) await chooseSeveral(page, value, press)
  }
}

const focusedValue = (page: Page) =>
  page.evaluate(
    () =>
      document.activeElement?.getAttribute('data-key') ??
      document.activeElement?.getAttribute('data-value') ??
      '',
  )

async function chooseFromList(
  page: Page,
  value: string,
  press: (key: string) => Promise<void>,
): Promise<void> {
  await press('Enter')
  const list: Locator = page.getByRole('listbox').last()
  await list.waitFor()
  // Asked at every frame: an assertion asks again a tenth of a second later.
  await page.waitForFunction(() => document.activeElement?.closest('[role=listbox]') !== null)
  await press('Home')
  const all = await list.getByRole('option').count()
  for (let step = 0; step < all && (await focusedValue(page)) !== value; step += 1)
    await press('ArrowDown')
  expect(await focusedValue(page), 'the list offers what is wanted').toBe(value)
  await press('Enter')
  await list.waitFor({ state: 'hidden' })
  await comesBack(page)
}

async function chooseSuggested(
  page: Page,
  id: string,
  press: (key: string) => Promise<void>,
): Promise<void> {
  const suggested = () =>
    page.evaluate(() => {
      const option = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
      return document.getElementById(option)?.getAttribute('data-key') ?? ''
    })
  for (let step = 0; step < 10 && (await suggested()) !== id; step += 1) await press('ArrowDown')
  expect(await suggested(), 'the field suggests what is wanted').toBe(id)
  await press('Enter')
}

async function chooseFromRow(
  page: Page,
  value: string,
  press: (key: string) => Promise<void>,
): Promise<void> {
  for (let step = 0; step < 12 && (await focusedValue(page)) !== value; step += 1)
    await press('ArrowRight')
  expect(await focusedValue(page), 'the row offers what is wanted').toBe(value)
  await press('Space')
}

async function chooseSeveral(
  page: Page,
  values: readonly string[],
  press: (key: string) => Promise<void>,
): Promise<void> {
  const left = new Set(values)
  const seen = new Set<string>()
  for (let step = 0; step < 40 && left.size > 0; step += 1) {
    const value = await focusedValue(page)
    if (left.delete(value)) await press('Space')
    else if (seen.has(value)) break
    seen.add(value)
    await press('ArrowRight')
  }
  expect([...left], 'all of several can be chosen').toEqual([])
}
