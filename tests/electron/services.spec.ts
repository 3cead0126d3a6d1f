import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ask } from './ask.ts'
import { expect, launch, test } from './fixtures.ts'

async function openDemo(window: Page): Promise<string> {
  await ask(window, 'workspace:openDemo', {})
  const { patients } = await ask(window, 'patient:list', {
    query: '',
    archived: false,
    limit: 10,
    offset: 0,
  })
  const [only] = patients
  if (only === undefined || patients.length !== 1) throw new Error('the demo holds one patient')
  return only.patient.id
}

test('the demo opens in the window’s process, and its summary is saved byte for byte', async ({
  home,
  app,
  window,
}) => {
  const patientId = await openDemo(window)
  const job = randomUUID()
  const { bytes, pages } = await ask(window, 'summary:render', {
    job,
    options: { patientId, cutoff: '>=1', paper: 'A4', password: null },
  })
  expect(pages).toBeGreaterThan(0)
  const file = join(home, 'saved.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  expect(await ask(window, 'summary:save', { job })).toEqual({ saved: true })
  const saved = await readFile(file)
  expect(saved.subarray(0, 5).toString()).toBe('%PDF-')
  expect(Buffer.compare(saved, Buffer.from(bytes))).toBe(0)
})

test('the machine’s sleep locks the workspace', async ({ app, window }) => {
  await openDemo(window)
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend')
  })
  await expect.poll(async () => (await ask(window, 'session:state', {})).state).toBe('closed')
})

test('closing the window closes the database, and what was there is there after a restart', async ({
  home,
  app,
  window,
}) => {
  const patientId = await openDemo(window)
  await app.close()
  const folder = join(home, 'workspaces', 'MetBoard demo')
  expect((await readdir(folder)).filter(name => /-(wal|shm|journal)$/.test(name))).toEqual([])
  const again = await launch(home)
  const reopened = await again.firstWindow()
  await reopened.waitForLoadState('load')
  expect(await openDemo(reopened)).toBe(patientId)
  await again.close()
})

test('a second start gives way to the first, and brings its window back', async ({
  home,
  app,
  window,
}) => {
  await expect(window.locator('#root')).toBeAttached()
  const second = await launch(home).catch(() => null)
  if (second !== null) await second.waitForEvent('close')
  expect(app.windows()).toHaveLength(1)
})

test('nothing that the program itself writes beside the workspaces names the patient’s case', async ({
  home,
  app,
  window,
}) => {
  await openDemo(window)
  await app.close()
  const entries = await readdir(home, { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  const naming = files.filter(file => readFileSync(file).includes('Published case (Wu 2024)'))
  expect(naming).toEqual([])
})
