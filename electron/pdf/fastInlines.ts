import type {
  BuiltInlines,
  EmbeddedFont,
  Inline,
  KitDocument,
  StyleStack,
  WordStyle,
} from './pdfmakeInternals.ts'
import { TextInlines } from './pdfmakeInternals.ts'
import { type Word, WordBreaker } from './wordBreaking.ts'

/** What pdfmake asks of the styles for every word, with what it takes where none says. */
const DEFAULTS = {
  font: 'Roboto',
  bold: false,
  italics: false,
  alignment: 'left',
  fontSize: 12,
  fontFeatures: null,
  characterSpacing: 0,
  color: 'black',
  decoration: null,
  decorationColor: null,
  decorationStyle: null,
  decorationThickness: null,
  background: null,
  link: null,
  linkToPage: null,
  linkToDestination: null,
  noWrap: null,
  opacity: 1,
  sup: false,
  sub: false,
  lineHeight: 1,
  preserveLeadingSpaces: false,
  preserveTrailingSpaces: false,
  leadingIndent: 0,
} as const
type Style = Required<WordStyle>
/** A run's style with what follows from it for each of its words. */
type RunStyle = Style & Readonly<{ embedded: EmbeddedFont; size: number; height: number }>
type Run = WordStyle & { text: string; style?: unknown }
/** As pdfmake makes sub- and superscript smaller. */
const RAISED = 0.58
const LEADING = /^\s+/
const TRAILING = /\s+$/

/**
 * pdfmake's measuring of words. It walks the stack of styles two dozen times for each word; here the stack is read once
 * for a paragraph, and a run adds what it says itself.
 */
export class FastInlines extends TextInlines {
  readonly #breaker = new WordBreaker()

  constructor(document: KitDocument) {
    super(document)
  }

  override buildInlines(text: unknown, styles: StyleStack): BuiltInlines {
    const runs = (Array.isArray(text) ? text : [text]).map(runOf)
    const base = styleOf(styles)
    if (
      base === null ||
      base.noWrap === true ||
      base.leadingIndent !== 0 ||
      !runs.every(isPlainRun)
    )
      return super.buildInlines(text, styles)
    const broken = this.#breaker.words(runs.map(run => run.text))
    const items: Inline[] = []
    runs.forEach((run, at) => {
      const style = this.#styleOfRun(run, base)
      for (const word of broken[at] ?? []) items.push(this.#measured(word, style))
    })
    return { items, ...widthsOf(items) }
  }

  #styleOfRun(run: Run, base: Style): RunStyle {
    const style: Style = { ...base }
    for (const [name, value] of Object.entries(run)) {
      if (name in DEFAULTS && value !== undefined && value !== null)
        Object.assign(style, { [name]: value })
    }
    const embedded = this.pdfDocument.provideFont(style.font, style.bold, style.italics)
    const size = style.sup || style.sub ? style.fontSize * RAISED : style.fontSize
    return { ...style, embedded, size, height: embedded.lineHeight(size) * style.lineHeight }
  }

  /** Every word has the same properties in the same order: the layout reads them faster. */
  #measured({ text, lineEnd, noNewLine }: Word, style: RunStyle): Inline {
    const inline: Inline = {
      text,
      font: style.embedded,
      fontSize: style.size,
      width: 0,
      height: style.height,
      leadingCut: 0,
      trailingCut: 0,
      x: 0,
      alignment: style.alignment,
      fontFeatures: style.fontFeatures,
      characterSpacing: style.characterSpacing,
      color: style.color,
      background: style.background,
      decoration: style.decoration,
      decorationColor: style.decorationColor,
      decorationStyle: style.decorationStyle,
      decorationThickness: style.decorationThickness,
      noWrap: style.noWrap,
      opacity: style.opacity,
      sup: style.sup,
      sub: style.sub,
      link: style.link,
      linkToPage: style.linkToPage,
      linkToDestination: style.linkToDestination,
      lineEnd,
      noNewLine,
    }
    inline.width = this.widthOfText(text, inline)
    if (!style.preserveLeadingSpaces && isSpace(text, 0))
      inline.leadingCut = this.#spaces(LEADING, inline)
    if (!style.preserveTrailingSpaces && isSpace(text, text.length - 1))
      inline.trailingCut = this.#spaces(TRAILING, inline)
    return inline
  }

  #spaces(where: RegExp, inline: Inline): number {
    const [spaces] = inline.text.match(where) ?? []
    return spaces === undefined ? 0 : this.widthOfText(spaces, inline)
  }
}

function runOf(run: unknown): Run {
  return typeof run === 'string' ? { text: run } : (run as Run)
}

/** What has named styles, nested text, links or words that stay on one line is left to pdfmake. */
function isPlainRun(run: Run): boolean {
  return (
    typeof run.text === 'string' &&
    run.style === undefined &&
    run.noWrap !== true &&
    !('_textRef' in run)
  )
}

/** The widest word, and the widest line of those that end where the text says. */
function widthsOf(items: readonly Inline[]): { minWidth: number; maxWidth: number } {
  let minWidth = 0
  let maxWidth = 0
  let line: { width: number; leadingCut: number } | null = null
  for (const { width, leadingCut, trailingCut, lineEnd } of items) {
    minWidth = Math.max(minWidth, width - leadingCut - trailingCut)
    line ??= { width: 0, leadingCut }
    line.width += width
    maxWidth = Math.max(maxWidth, line.width - line.leadingCut - trailingCut)
    if (lineEnd) line = null
  }
  return { minWidth, maxWidth }
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code <= 0x20 || code === 0xa0 || (code >= 0x1680 && /\s/.test(text.charAt(at)))
}

/** What holds for a paragraph; null where named styles have a part in it. */
function styleOf({ defaultStyle, styleOverrides }: StyleStack): Style | null {
  const style: Record<string, unknown> = { ...DEFAULTS }
  for (const said of [defaultStyle ?? {}, ...styleOverrides]) {
    if (typeof said === 'string') return null
    for (const name in said) {
      const value = said[name]
      if (name in DEFAULTS && value !== undefined && value !== null) style[name] = value
    }
  }
  return style as Style
}
