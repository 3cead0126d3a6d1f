import { describe, expect, test } from 'vitest'
import { ariaKey, keyWords } from '../../../renderer/components/shortcuts.ts'
import type { Standing } from '../../../renderer/features/palette/CommandProvider.tsx'
import { COMMAND_IDS, infoOf } from '../../../renderer/features/palette/catalogue.ts'
import { COMMAND_GROUPS } from '../../../renderer/features/palette/commands/commandInfo.ts'
import { bestFits, fitOf } from '../../../renderer/features/palette/match.ts'
import { choicesFor } from '../../../renderer/features/palette/paletteChoices.ts'

function titles(typed: string): string[] {
  return bestFits(typed, COMMAND_IDS.map(infoOf)).map(({ title }) => title)
}

describe('what is typed', () => {
  test('fits the beginning first, then words in order, in any order, keywords, initials, parts', () => {
    const add = { title: 'Add a systemic treatment', keywords: 'drug chemotherapy' }
    expect(fitOf('add a s', add)).toBe(0)
    expect(fitOf('add treat', add)).toBe(1)
    expect(fitOf('treat add', add)).toBe(2)
    expect(fitOf('add drug', add)).toBe(3)
    expect(fitOf('aast', add)).toBe(4)
    expect(fitOf('eatmen', add)).toBe(5)
    expect(fitOf('adtrt', add)).toBe(6)
    expect(fitOf('xyz', add)).toBeNull()
    expect(fitOf('', add)).toBe(0)
  })

  test('does not depend on case, accents or signs', () => {
    expect(fitOf('ÄRGER', { title: 'arger' })).toBe(0)
    expect(fitOf('ki67', { title: 'Ki-67' })).toBe(5)
  })

  test('finds the command that a person means', () => {
    expect(titles('undo')[0]).toBe('Undo')
    expect(titles('add spec')[0]).toBe('Add a specimen')
    expect(titles('chemo')[0]).toBe('Add a systemic treatment')
    expect(titles('dark')[0]).toBe('Theme: dark')
    expect(titles('pdf')[0]).toBe('Preview and print the summary')
    expect(titles('qqq')).toEqual([])
  })

  test('leaves equal ones in their order', () => {
    const things = [{ title: 'Alpha one' }, { title: 'Alpha two' }]
    expect(bestFits('alpha', things)).toEqual(things)
    expect(bestFits('alpha', things.toReversed())).toEqual(things.toReversed())
  })
})

describe('the palette', () => {
  const standing = (title: string, unavailable: string | null = null): Standing => ({
    id: 'app.about',
    title,
    keywords: '',
    unavailable,
    isHere: true,
    run: () => {},
  })
  const listed = (typed: string, commands: readonly Standing[]) =>
    choicesFor(typed, {
      commands,
      destinations: [],
      patients: [],
      recentPatients: [],
      recentCommands: [],
    }).flatMap(({ choices }) => choices.map(({ title }) => title))

  test('keeps what was typed first, even where it cannot be done', () => {
    const commands = [standing('Record the patient’s context'), standing('Redo', 'Nothing undone.')]
    for (const typed of ['redo', '>redo'])
      expect(listed(typed, commands)).toEqual(['Redo', 'Record the patient’s context'])
  })

  test('puts what can be done first among those that fit equally', () => {
    const commands = [standing('Theme: light', 'The theme now.'), standing('Theme: dark')]
    expect(listed('theme', commands)).toEqual(['Theme: dark', 'Theme: light'])
  })
})

describe('the commands', () => {
  test('have titles of their own, and keys of their own on each screen', () => {
    const infos = COMMAND_IDS.map(infoOf)
    expect(new Set(infos.map(({ title }) => title)).size).toBe(infos.length)
    for (const group of COMMAND_GROUPS) {
      const keys = infos
        .filter(info => info.group === group || info.group === 'everywhere')
        .flatMap(({ keys: own = [] }) => own)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('leave the keys of every program their meaning', () => {
    const keys = COMMAND_IDS.flatMap(id => infoOf(id).keys ?? [])
    for (const taken of ['control+c', 'control+v', 'control+x', 'control+a', 'control+s', 'tab'])
      expect(keys).not.toContain(taken)
  })

  test('name their keys as keyboards do, and as screen readers want them', () => {
    expect(['control+shift+z', 'control++', 'delete', '?'].map(keyWords)).toEqual([
      'Ctrl Shift Z',
      'Ctrl +',
      'Del',
      '?',
    ])
    expect(ariaKey('control+shift+z')).toBe('Control+Shift+Z')
  })
})
