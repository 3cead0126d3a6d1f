import type { Picture } from './picture.ts'

/**
 * What the engine lays out: pdfmake's document definition, narrowed to the nodes that can be tagged.
 * Every node says what it is for a screen reader, so that the file has a real structure tree.
 */

export const TEXT_TAGS = ['H1', 'H2', 'H3', 'P', 'Caption', 'Note', 'Artifact'] as const
export type TextTag = (typeof TEXT_TAGS)[number]

export const GROUP_TAGS = ['Sect', 'Div', 'Part', 'Art', 'Artifact'] as const
export type GroupTag = (typeof GROUP_TAGS)[number]

/** Language of a text, which decides between the Chinese, Japanese and Korean form of a character. */
export type TextLanguage = 'zh' | 'ja' | 'ko'

export type TextStyle = {
  fontSize?: number
  bold?: boolean
  italics?: boolean
  color?: string
  background?: string
  alignment?: 'left' | 'right' | 'center' | 'justify'
  lineHeight?: number
  characterSpacing?: number
  decoration?: 'underline' | 'lineThrough' | 'overline'
  decorationStyle?: 'dashed' | 'dotted' | 'double' | 'wavy'
  noWrap?: boolean
  sup?: boolean
  sub?: boolean
  preserveLeadingSpaces?: boolean
  fontFeatures?: string[]
}

export type Margin = number | [number, number] | [number, number, number, number]

/** An entry of the outline that a reader shows beside the pages. */
export type Bookmark = { title: string; id?: string; parent?: string; expanded?: boolean }

type Box = TextStyle & {
  margin?: Margin
  style?: string | string[]
  width?: number | string
  pageBreak?: 'before' | 'after'
  pageOrientation?: 'portrait' | 'landscape'
  unbreakable?: boolean
  absolutePosition?: { x: number; y: number }
  relativePosition?: { x: number; y: number }
  headlineLevel?: number
  /** BCP 47 tag of the node's text, written into the structure tree and used to pick fonts. */
  lang?: string
  bookmark?: Bookmark
}

export type TextRun =
  | string
  | (TextStyle & { text: string; style?: string | string[]; lang?: string })

export type TextNode = Box & { text: string | TextRun[]; tag?: TextTag }
export type StackNode = Box & { stack: PdfNode[]; tag?: GroupTag }
export type ColumnsNode = Box & { columns: PdfNode[]; columnGap?: number; tag?: GroupTag }
export type ListNode = Box & { type?: string; markerColor?: string; tag?: 'Artifact' } & (
    | { ul: PdfNode[] }
    | { ol: PdfNode[] }
  )

export type CellScope = 'Row' | 'Column' | 'Both'

/** Properties that a node has when it stands in a table as a cell. */
export type CellBox = {
  /** `row` or `column` make the cell a header; the first `headerRows` rows are column headers anyway. */
  scope?: CellScope
  colSpan?: number
  rowSpan?: number
  fillColor?: string
  fillOpacity?: number
  border?: [boolean, boolean, boolean, boolean]
  borderColor?: [string, string, string, string]
  verticalAlignment?: 'top' | 'middle' | 'bottom'
}
/** An empty object stands where a colSpan or rowSpan of another cell reaches. */
export type TableCell = (PdfNode & CellBox) | string | Record<string, never>

export type TableNode = Box & {
  table: {
    body: TableCell[][]
    widths?: Array<number | string> | string
    heights?: number | number[] | ((row: number) => number)
    headerRows?: number
    keepWithHeaderRows?: number
    dontBreakRows?: boolean
  }
  layout?: string | TableLayout
  /** `Layout`: the grid only places things, and is not a table to a reader. */
  tag?: 'Table' | 'Layout' | 'Artifact'
  /** What the table holds, in words. */
  alt?: string
}

export type TableLayout = {
  hLineWidth?: (index: number, node: TableNode) => number
  vLineWidth?: (index: number, node: TableNode) => number
  hLineColor?: string | ((index: number, node: TableNode) => string)
  vLineColor?: string | ((index: number, node: TableNode) => string)
  hLineStyle?: (
    index: number,
    node: TableNode,
  ) => { dash: { length: number; space: number } } | null
  vLineStyle?: (
    index: number,
    node: TableNode,
  ) => { dash: { length: number; space: number } } | null
  fillColor?: string | ((row: number, node: TableNode, column: number) => string | null)
  paddingLeft?: (column: number, node: TableNode) => number
  paddingRight?: (column: number, node: TableNode) => number
  paddingTop?: (row: number, node: TableNode) => number
  paddingBottom?: (row: number, node: TableNode) => number
  defaultBorder?: boolean
}

/** A picture is a figure with words for those who do not see it, or says that it is decoration. */
export type Described = { alt: string; tag?: 'Figure' } | { tag: 'Artifact' }

export type SvgNode = Box & Described & { svg: string; height?: number; fit?: [number, number] }
/** A drawing of the engine's own marks, drawn without markup in between. */
export type PictureNode = Box & Described & { picture: Picture }
export type ImageNode = Box &
  Described & {
    /** A `data:` URL: the engine opens no file and no address. */
    image: string
    height?: number
    fit?: [number, number]
  }
export type CanvasNode = Box & Described & { canvas: Vector[] }

type Ink = {
  lineWidth?: number
  lineColor?: string
  color?: string
  dash?: { length: number; space?: number }
  fillOpacity?: number
  strokeOpacity?: number
}
export type Vector = Ink &
  (
    | { type: 'line'; x1: number; y1: number; x2: number; y2: number }
    | { type: 'rect'; x: number; y: number; w: number; h: number; r?: number }
    | { type: 'ellipse'; x: number; y: number; r1: number; r2: number }
    | { type: 'polyline'; points: Array<{ x: number; y: number }>; closePath?: boolean }
  )

export type PdfNode =
  | string
  | TextNode
  | StackNode
  | ColumnsNode
  | ListNode
  | TableNode
  | SvgNode
  | PictureNode
  | ImageNode
  | CanvasNode

export type PageSize = 'A4' | 'LETTER' | { width: number; height: number }

export type RunningNode =
  | PdfNode
  | ((page: number, pages: number, size: { width: number; height: number }) => PdfNode | null)

/** What is said once of a file. */
export type PdfAbout = {
  title: string
  /** BCP 47 tag of the document. */
  language: string
  /** ISO 8601 instant written into the file, so that the engine reads no clock. */
  createdAt: string
  author?: string
  subject?: string
  keywords?: string
  /** Opens the file: AES-256, every right granted to who knows it. */
  password?: string
}

/** Pages with one frame, whose page numbers count from 1. */
export type PdfPart = {
  pageSize?: PageSize
  pageOrientation?: 'portrait' | 'landscape'
  /** Points: all sides, or left/right and top/bottom, or left, top, right, bottom. */
  pageMargins?: Margin
  /** Repeated on every page and marked as no part of the text. Only a static node crosses to the worker. */
  header?: RunningNode
  footer?: RunningNode
  background?: RunningNode
  /** Printed in the main font as it is: a short Latin word such as DRAFT. */
  watermark?: { text: string; color?: string; opacity?: number; angle?: number; fontSize?: number }
  content: PdfNode
  styles?: Record<string, TextStyle & { margin?: Margin }>
  defaultStyle?: TextStyle
  tableLayouts?: Record<string, TableLayout>
}

export type PdfDefinition = PdfAbout & PdfPart
