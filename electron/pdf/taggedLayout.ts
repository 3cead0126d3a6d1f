import type { Bookmark } from './definition.ts'
import { FastInlines } from './fastInlines.ts'
import { nextLine } from './lineBreaking.ts'
import type { KitDocument, LaidNode, Line } from './pdfmakeInternals.ts'
import { LayoutBuilder } from './pdfmakeInternals.ts'
import type { Mark, Structure } from './structure.ts'
import { createStructure } from './structure.ts'

/** What the layout notes on a line, vector or picture for the renderer. */
export type Noted = {
  mark: Mark
  /** Shared by the copies of a line: a repeated table header is text once and then an artifact. */
  drawn: { once: boolean }
  bookmark: Bookmark | null
}
const NOTE = '_engineNote'

/** Reads what the layout noted; things that pdfmake added itself, such as table rules, have no note. */
export function noteOf(item: LaidNode): Noted | null {
  return (item[NOTE] as Noted | undefined) ?? null
}

type Cell = LaidNode & { _span?: boolean; scope?: 'Row' | 'Column' | 'Both' }

/** pdfmake's layout, noting for every line and picture which element of the structure tree it belongs to. */
export class TaggedLayout extends LayoutBuilder {
  /** The tree of the last layout. */
  root: Structure
  #parent: Structure
  #artifact: 'Pagination' | 'Layout' | null = null
  #leaf: Noted | null = null
  #preset = new WeakMap<object, Structure>()
  #laidNodes = 0
  readonly #role: string
  readonly #onNode: (laidNodes: number) => void

  constructor(
    size: { width: number; height: number },
    margins: unknown,
    svgMeasure: object,
    role: string,
    onNode: (laidNodes: number) => void,
  ) {
    super(size, margins, svgMeasure)
    this.#role = role
    this.root = createStructure(role)
    this.#parent = this.root
    this.#onNode = onNode
  }

  override tryLayoutDocument(content: unknown, document: KitDocument, ...rest: unknown[]): unknown {
    this.root = createStructure(this.#role)
    this.#parent = this.root
    this.#preset = new WeakMap()
    this.#laidNodes = 0
    this.docMeasure.textInlines = new FastInlines(document)
    return super.tryLayoutDocument(content, document, ...rest)
  }

  override addBackground(background: unknown): void {
    this.#asArtifact('Pagination', () => super.addBackground(background))
  }

  override addHeadersAndFooters(header: unknown, footer: unknown): void {
    this.#asArtifact('Pagination', () => super.addHeadersAndFooters(header, footer))
  }

  override processNode(node: LaidNode, isVerticalAlignmentAllowed?: boolean): void {
    this.#laidNodes += 1
    this.#onNode(this.#laidNodes)
    const lay = (): void => super.processNode(node, isVerticalAlignmentAllowed)
    if (this.#artifact !== null) {
      this.#note(node, this.#artifact)
      lay()
    } else if (node.tag === 'Artifact') {
      this.#asArtifact('Layout', () => {
        this.#note(node, 'Layout')
        lay()
      })
    } else {
      const outer = this.#parent
      this.#parent = this.#enter(node)
      this.#note(node, this.#parent)
      lay()
      this.#parent = outer
    }
  }

  override buildNextLine(node: LaidNode): Line | null {
    const line = nextLine(node, this.writer.context().availableWidth)
    if (line !== null && this.#leaf !== null) {
      const note = this.#leaf
      this.#leaf = { ...note, bookmark: null }
      Object.assign(line, { [NOTE]: { ...note, drawn: { once: false } } })
    }
    return line
  }

  #asArtifact(kind: 'Pagination' | 'Layout', lay: () => void): void {
    const outer = this.#artifact
    this.#artifact = kind
    lay()
    this.#artifact = outer
  }

  #note(node: LaidNode, mark: Mark): void {
    const note: Noted = {
      mark,
      drawn: { once: false },
      bookmark: (node.bookmark as Bookmark | undefined) ?? null,
    }
    if (node.text !== undefined) this.#leaf = note
    if (node.svg !== undefined || node.image !== undefined) node[NOTE] = note
    if (Array.isArray(node.canvas)) {
      for (const vector of node.canvas as LaidNode[]) vector[NOTE] = note
    }
  }

  /** The element that the node's content goes to: its own, or its parent's where it only places things. */
  #enter(node: LaidNode): Structure {
    const preset = this.#preset.get(node)
    const parent = preset ?? this.#parent
    const add = (role: string, table: Structure['table'] = null): Structure => {
      const made = createStructure(role, {
        alt: (node.alt as string | undefined) ?? null,
        lang: (node.lang as string | undefined) ?? null,
        table,
      })
      parent.children.push(made)
      return made
    }
    const tag = node.tag as string | undefined
    if (node.table !== undefined) {
      if (tag === 'Layout') return parent
      const table = add('Table')
      this.#presetCells(table, node.table as { body: Cell[][]; headerRows?: number })
      return table
    }
    if (node.ul !== undefined || node.ol !== undefined) {
      const list = add('L')
      this.#presetItems(list, (node.ul ?? node.ol) as LaidNode[])
      return list
    }
    if (node.svg !== undefined || node.image !== undefined) return add('Figure')
    if (node.canvas !== undefined) return add('Figure')
    if (node.text !== undefined) {
      // A cell or list item that is nothing but a text holds it directly.
      return preset !== undefined && (tag === undefined || tag === 'P') ? preset : add(tag ?? 'P')
    }
    return tag === undefined ? parent : add(tag)
  }

  #presetCells(table: Structure, { body, headerRows }: { body: Cell[][]; headerRows?: number }) {
    body.forEach((cells, rowIndex) => {
      const row = createStructure('TR')
      table.children.push(row)
      for (const cell of cells) {
        if (cell._span === true) continue
        const scope = cell.scope ?? (rowIndex < (headerRows ?? 0) ? 'Column' : null)
        const made = createStructure(scope === null ? 'TD' : 'TH', {
          lang: (cell.lang as string | undefined) ?? null,
          table: {
            scope,
            colSpan: (cell.colSpan as number | undefined) ?? 1,
            rowSpan: (cell.rowSpan as number | undefined) ?? 1,
          },
        })
        row.children.push(made)
        this.#preset.set(cell, made)
      }
    })
  }

  #presetItems(list: Structure, items: LaidNode[]): void {
    for (const item of items) {
      const entry = createStructure('LI')
      const body = createStructure('LBody')
      list.children.push(entry)
      const marker = (item.listMarker as { _inlines?: LaidNode[] } | undefined)?._inlines?.[0]
      if (marker !== undefined) {
        const label = createStructure('Lbl')
        entry.children.push(label)
        const note: Noted = { mark: label, drawn: { once: false }, bookmark: null }
        marker[NOTE] = note
      }
      entry.children.push(body)
      this.#preset.set(item, body)
    }
  }
}
