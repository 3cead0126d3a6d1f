import type { KitDocument, StructElement } from './pdfmakeInternals.ts'

/** One element of the structure tree as layout found it, in reading order. */
export type Structure = {
  readonly role: string
  readonly alt: string | null
  readonly lang: string | null
  readonly table: TableAttributes | null
  readonly children: Structure[]
  element: StructElement | null
  hasContent: boolean
}
export type TableAttributes = {
  scope: 'Row' | 'Column' | 'Both' | null
  colSpan: number
  rowSpan: number
}

/** What a screen reader skips: the running header and footer, and lines and fills that only lay out. */
export const ARTIFACT_KINDS = ['Pagination', 'Layout'] as const
export type ArtifactKind = (typeof ARTIFACT_KINDS)[number]

/** What a drawn item is: part of an element, or of no element. */
export type Mark = Structure | ArtifactKind

export function createStructure(
  role: string,
  details: { alt?: string | null; lang?: string | null; table?: TableAttributes | null } = {},
): Structure {
  return {
    role,
    alt: details.alt ?? null,
    lang: details.lang ?? null,
    table: details.table ?? null,
    children: [],
    element: null,
    hasContent: false,
  }
}

/** Cells and their rows stay even when empty: a table with holes reads wrong. */
const KEPT_EMPTY = new Set(['Document', 'Table', 'TR', 'TH', 'TD'])

/** The element in the document, created when its first content is drawn, so that a box refers to the right page. */
export function openElement(
  document: KitDocument,
  structure: Structure,
  bbox: [number, number, number, number] | null = null,
): StructElement {
  if (structure.element !== null) return structure.element
  const element = document.struct(structure.role, {
    ...(structure.alt === null ? {} : { alt: structure.alt }),
    ...(structure.lang === null ? {} : { lang: structure.lang }),
    ...(bbox === null ? {} : { bbox, placement: 'Block' }),
  })
  const table = structure.table
  if (table !== null && (table.scope !== null || table.colSpan > 1 || table.rowSpan > 1)) {
    element.dictionary.data.A = {
      O: 'Table',
      ...(table.scope === null ? {} : { Scope: table.scope }),
      ...(table.colSpan > 1 ? { ColSpan: table.colSpan } : {}),
      ...(table.rowSpan > 1 ? { RowSpan: table.rowSpan } : {}),
    }
  }
  structure.element = element
  return element
}

/** Writes the tree below `root` into the document; elements in which nothing was drawn are left out. */
export function writeStructureTree(document: KitDocument, root: Structure): void {
  document.addStructure(attach(document, root))
  root.element?.end()
}

/** The element of a whole document that is drawn part by part. It ends with the document. */
export function openRoot(document: KitDocument): StructElement {
  const root = document.struct('Document')
  document.addStructure(root)
  return root
}

/** Writes the tree of one part below the document's. Nothing can be added to it afterwards. */
export function writePart(document: KitDocument, root: StructElement, part: Structure): void {
  root.add(attach(document, part))
  part.element?.end()
}

function attach(document: KitDocument, structure: Structure): StructElement {
  const element = openElement(document, structure)
  for (const child of structure.children) {
    if (isWorthKeeping(child)) element.add(attach(document, child))
  }
  return element
}

function isWorthKeeping(structure: Structure): boolean {
  return (
    structure.hasContent ||
    KEPT_EMPTY.has(structure.role) ||
    structure.children.some(isWorthKeeping)
  )
}
