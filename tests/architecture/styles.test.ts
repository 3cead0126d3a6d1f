import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './sourceFiles.ts'

/** Comments say what they like. */
const COMMENT = /\/\*[\s\S]*?\*\//g

/**
 * One rule that asks for the `style` attribute makes the browser look for what it may concern below every element whose
 * style a script sets: opening a menu then styled the whole board anew.
 */
it('no rule of the screen asks for the style attribute', () => {
  const asking = readdirSync(join(ROOT, 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.css'))
    .filter(path =>
      readFileSync(join(ROOT, 'renderer', path), 'utf8')
        .replace(COMMENT, '')
        .includes('[style'),
    )
  expect(asking).toEqual([])
})
