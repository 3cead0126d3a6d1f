import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')

export type Import = Readonly<{ from: string; typeOnly: boolean }>
export type SourceFile = Readonly<{ path: string; text: string; imports: readonly Import[] }>

/** Every TypeScript file below a folder of the project, with what it imports; relative imports as project paths. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .map(path => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s)?([^'"]*?from\s+)?['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

function importsOf(path: string, text: string): Import[] {
  const fixed = [...text.matchAll(STATEMENT)].map(match => ({
    from: resolved(path, match[3] ?? ''),
    typeOnly: match[1] !== undefined || allTypes(match[2] ?? ''),
  }))
  const dynamic = [...text.matchAll(DYNAMIC)].map(match => ({
    from: resolved(path, match[1] ?? ''),
    typeOnly: false,
  }))
  return [...fixed, ...dynamic]
}

/** `{ type A, type B } from` takes types alone. */
function allTypes(clause: string): boolean {
  const named = clause.match(/^\{([^}]*)\}\s*from\s*$/)?.[1]
  if (named === undefined) return false
  return named
    .split(',')
    .filter(name => name.trim() !== '')
    .every(name => name.trim().startsWith('type '))
}

function resolved(path: string, from: string): string {
  const plain = from.replace(/\?.*$/, '')
  return plain.startsWith('.') ? posix.join(posix.dirname(path), plain) : plain
}
