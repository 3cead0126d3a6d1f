import { describe, expect, it } from 'vitest'
import { LAYERS, type Layer, RESERVED } from './layers.ts'
import { type SourceFile, sourceFiles } from './sourceFiles.ts'

const FILES = ['shared', 'electron', 'renderer'].flatMap(sourceFiles)

function covers(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

function layerOf(path: string, layers: readonly Layer[] = LAYERS): Layer | undefined {
  return layers
    .filter(layer => covers(layer.path, path))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}

/** What a file imports against its layer, in words. */
function trespasses(file: SourceFile, layers: readonly Layer[] = LAYERS): string[] {
  const layer = layerOf(file.path, layers)
  if (layer === undefined) return [`${file.path}: in no layer`]
  return file.imports
    .filter(({ from, typeOnly }) => !isAllowed(layer, from, typeOnly))
    .map(({ from }) => `${file.path} imports ${from}`)
}

function isAllowed(layer: Layer, from: string, typeOnly: boolean): boolean {
  // The package bears the name of the folder.
  if (from === 'electron') return layer.packages.includes('electron')
  const isProject = ['shared', 'electron', 'renderer', 'tests', 'resources'].some(f =>
    covers(f, from),
  )
  if (isProject) {
    const allowed = typeOnly ? [...layer.folders, ...layer.typesOf] : layer.folders
    return allowed.some(folder => covers(folder, from))
  }
  return layer.packages.some(name =>
    name === 'node:' ? from.startsWith('node:') : from === name || from.startsWith(`${name}/`),
  )
}

describe('who may import what', () => {
  it('every file keeps to its layer', () => {
    expect(FILES.length).toBeGreaterThan(100)
    expect(FILES.flatMap(file => trespasses(file))).toEqual([])
  })

  it('only the shell of Electron imports electron', () => {
    const importers = FILES.filter(file => file.imports.some(({ from }) => from === 'electron'))
    const outside = importers.filter(
      file => !covers('electron/main', file.path) && !covers('electron/preload', file.path),
    )
    expect(outside.map(file => file.path)).toEqual([])
  })

  it.each(RESERVED)('$name is used in $only alone', ({ name, only }) => {
    const users = FILES.filter(file => name.test(withoutComments(file.text)))
    expect(users.map(file => file.path).filter(path => !covers(only, path))).toEqual([])
  })

  it('finds a trespass when there is one', () => {
    const file: SourceFile = {
      path: 'shared/case/entry.ts',
      text: '',
      imports: [
        { from: 'node:fs', typeOnly: false },
        { from: 'electron/db/open.ts', typeOnly: true },
        { from: 'zod', typeOnly: false },
      ],
    }
    expect(trespasses(file)).toEqual([
      'shared/case/entry.ts imports node:fs',
      'shared/case/entry.ts imports electron/db/open.ts',
    ])
  })
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
