import type { News, NewsChange, NewsItem } from '../../../shared/since/news.ts'
import type { PdfNode, TextRun } from '../definition.ts'
import { DOT, factRuns, NEW_MARK } from './factText.ts'
import { QUIET, SIZE } from './paper.ts'
import { section } from './sectionTable.ts'

/** What is new since the chosen moment, a line an entry, with what was there before; nothing where it was not asked for. */
export function newsList(news: News | null, width: number): PdfNode[] {
  if (news === null) return []
  const { title, counts, items } = news
  return [
    section(
      {
        title: title.text,
        aside: [counts.text],
        ...(items.length === 0 ? {} : { right: [NEW_MARK, 'marks it below'] }),
      },
      width,
      newsLines(news),
    ),
  ]
}

/** A line an entry, or one for the whole case. */
export function newsLines({ whole, items }: News): PdfNode[] {
  const lines = whole === null ? items.map(lineOf) : [factRuns(whole)]
  return lines.map(text => ({ text, fontSize: SIZE.note }))
}

function lineOf({ kind, word, name, changes, remark, who }: NewsItem): TextRun[] {
  return [
    ...factRuns(word),
    ': ',
    ...factRuns(name, { bold: true }),
    ...changes.flatMap(change => [DOT, ...changeRuns(change, kind)]),
    ...(remark === null ? [] : [DOT, ...factRuns(remark)]),
    { text: ' — ', color: QUIET },
    ...factRuns(who, { color: QUIET }),
  ]
}

function changeRuns({ label, now, was }: NewsChange, kind: NewsItem['kind']): TextRun[] {
  const nothing = [{ text: 'nothing', color: QUIET }]
  const named = { text: `${label} `, color: QUIET }
  if (kind === 'new') return [named, ...(now === null ? nothing : factRuns(now))]
  if (kind === 'removed') return [named, ...(was === null ? nothing : factRuns(was))]
  return [
    named,
    ...(now === null ? nothing : factRuns(now)),
    { text: ', was ', color: QUIET },
    ...(was === null ? nothing : factRuns(was)),
  ]
}
