import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSavedFiles } from '../../../electron/main/savedFiles.ts'

const BYTES = Buffer.from('%PDF-1.7 synthetic')
let folder = ''
let shown: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'metboard-saved-'))
  shown = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function savedFiles(problem = '') {
  return createSavedFiles({
    openPath: async path => {
      shown.push(`open ${path}`)
      return problem
    },
    showItemInFolder: path => void shown.push(`folder ${path}`),
  })
}

/** A file as the person saved it under a name of their choice. */
function saved(name: string, bytes: Uint8Array = BYTES): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

test('opens the file that was saved, and shows it in its folder', async () => {
  const files = savedFiles()
  const path = saved('mine.pdf')
  files.remember('summary-1.pdf', path)
  expect(await files.show('summary-1.pdf', BYTES, 'file')).toBe('shown')
  expect(await files.show('summary-1.pdf', BYTES, 'folder')).toBe('shown')
  expect(shown).toEqual([`open ${path}`, `folder ${path}`])
})

test('opens nothing that was not saved here, is no PDF by its name, is gone, or was changed since', async () => {
  const files = savedFiles()
  files.remember('program', saved('mine.desktop'))
  files.remember('changed', saved('changed.pdf', Buffer.from('something else')))
  files.remember('gone', join(folder, 'gone.pdf'))
  const outcomes = ['never', 'program', 'changed', 'gone'].map(name =>
    files.show(name, BYTES, 'file'),
  )
  expect(await Promise.all(outcomes)).toEqual(['notSaved', 'notPdf', 'changed', 'changed'])
  expect(shown).toEqual([])
})

test('says that no program opened it', async () => {
  const files = savedFiles('no application')
  files.remember('summary-1.pdf', saved('mine.pdf'))
  expect(await files.show('summary-1.pdf', BYTES, 'file')).toBe('noProgram')
})
