import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../../electron/build.ts'
import { listFontFiles } from '../../../electron/pdf/fonts.ts'

const config = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')

test('an installed MetBoard carries every font that the PDF engine reads, and no other', () => {
  const packed = [...config.matchAll(/from: node_modules\/(\S+), to: fonts\/(\S+) }/g)].map(
    ([, from, file]) => ({ file, from }),
  )
  expect(packed).toEqual(listFontFiles())
})

test('every fuse that would let the program run foreign code is set', () => {
  for (const fuse of [
    'runAsNode: false',
    'enableNodeOptionsEnvironmentVariable: false',
    'enableNodeCliInspectArguments: false',
    'onlyLoadAppFromAsar: true',
    'enableEmbeddedAsarIntegrityValidation: true',
    'grantFileProtocolExtraPrivileges: false',
  ])
    expect(config).toContain(`\n  ${fuse}\n`)
})

test('nothing is published or updated from anywhere', () => {
  expect(config).toContain('\npublish: null\n')
})
