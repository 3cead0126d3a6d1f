import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PRESENTATION_LABEL } from '../../../shared/codes/skin/appearance.ts'
import { SIGN_LABEL } from '../../../shared/codes/skin/assessment.ts'
import {
  BENIGN_TABLE,
  PRESENTATION_TABLE,
  REFERENCE_TABLES,
  SUBTYPE_TABLE,
} from '../../../shared/skin/reference.ts'

describe('the tables of the sources', () => {
  test('have their rows, a cell for each column, a source and cautions', () => {
    expect(REFERENCE_TABLES.map(({ rows }) => rows.length)).toEqual([5, 6, 5])
    for (const { rows, columns, source, cautions } of REFERENCE_TABLES) {
      for (const row of rows) expect(row).toHaveLength(columns.length)
      expect(source).not.toBe('')
      expect(cautions.length).toBeGreaterThan(0)
    }
  })

  test('name the five presentation types of the note, and the rows of the other two in their order', () => {
    const first = (table: typeof BENIGN_TABLE) => table.rows.map(([cell]) => cell)
    expect(first(PRESENTATION_TABLE)).toEqual(Object.values(PRESENTATION_LABEL))
    expect(first(BENIGN_TABLE)).toEqual([
      'Onset',
      'Appearance',
      'Distribution',
      'Symptoms',
      'Biopsy findings',
      'Response to treatment',
    ])
    expect(SUBTYPE_TABLE.cautions.join(' ')).toContain('Never use it to infer receptor status')
  })

  test('are read by nothing that reckons: no rule, call or board imports them', () => {
    const shared = join(import.meta.dirname, '../../../shared')
    const users = readdirSync(shared, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.endsWith('skin/reference.ts'))
      .filter(name => /skin\/reference\.ts/.test(readFileSync(join(shared, name), 'utf8')))
    expect(users).toEqual([])
  })
})

// CLINICAL: S5, Part 5, word for word.
test('the signs for reassessment are those of the source, word for word', () => {
  expect(Object.values(SIGN_LABEL)).toEqual([
    'Appearance of new nodules, plaques, or patches',
    'Growth or change in existing lesions',
    'Development of skin ulceration, bleeding, or persistent wounds',
    'New localized pain, swelling, or warmth',
    'Persistent or worsening symptoms despite treatment',
  ])
})
