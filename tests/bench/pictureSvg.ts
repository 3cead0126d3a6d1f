import type { Fading, Hatch, Mark, Pen, Picture } from '../../electron/pdf/picture.ts'

/** A picture of the summary as SVG, for programs that print HTML. */
export function pictureSvg({ width, height, marks }: Picture): string {
  const defs: string[] = []
  const body = marks.map(mark => markSvg(mark, defs)).join('')
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans"><defs>${defs.join('')}</defs>${body}</svg>`
}

function markSvg(mark: Mark, defs: string[]): string {
  switch (mark.kind) {
    case 'pageTotal':
      return ''
    case 'box': {
      const { x, y, width, height, radius, pen, hatch, fading } = mark
      const box = attributes({ x, y, width, height, rx: radius })
      const ground = `<rect${box}${look(pen)}/>`
      const over = hatch === null ? '' : `<rect${box} fill="url(#${hatchSvg(hatch, defs)})"/>`
      return faded(`${ground}${over}`, mark.x, width, fading, defs)
    }
    case 'line': {
      const { x1, y1, x2, y2, pen, fading } = mark
      const line = `<line${attributes({ x1, y1, x2, y2 })}${look(pen)}/>`
      return faded(line, x1, x2 - x1, fading, defs)
    }
    case 'polygon': {
      const points = mark.points.map(point => point.join()).join(' ')
      return `<${mark.closed ? 'polygon' : 'polyline'} points="${points}"${look(mark.pen)}/>`
    }
    case 'outline': {
      const { dx, dy, scale, paths } = mark
      const inside = paths.map(({ d, pen }) => `<path d="${d}"${look(pen)}/>`).join('')
      return `<g transform="translate(${dx} ${dy}) scale(${scale})">${inside}</g>`
    }
    case 'words': {
      const { x, y, size, bold, colour, anchor, turned, text } = mark
      const turn = turned ? ` transform="rotate(-90 ${x} ${y})"` : ''
      const style = attributes({
        x,
        y,
        'font-size': size,
        'font-weight': bold ? 600 : 400,
        fill: colour,
        'text-anchor': anchor,
      })
      return `<text${style}${turn}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`
    }
  }
}

function look({ fill, stroke, strokeWidth, dash }: Pen): string {
  const line = stroke === null ? {} : { stroke, 'stroke-width': strokeWidth }
  const dashes = dash === null ? {} : { 'stroke-dasharray': dash.join(' ') }
  return attributes({ fill: fill ?? 'none', ...line, ...dashes })
}

function hatchSvg({ tile, colour, strokeWidth, strokes, dots }: Hatch, defs: string[]): string {
  const id = `hatch${defs.length}`
  const lines = strokes.map(
    ([x1, y1, x2, y2]) =>
      `<line${attributes({ x1, y1, x2, y2, stroke: colour, 'stroke-width': strokeWidth })}/>`,
  )
  const circles = dots.map(
    ({ x, y, radius }) => `<circle${attributes({ cx: x, cy: y, r: radius, fill: colour })}/>`,
  )
  const size = attributes({ id, width: tile, height: tile, patternUnits: 'userSpaceOnUse' })
  defs.push(`<pattern${size}>${lines.join('')}${circles.join('')}</pattern>`)
  return id
}

function faded(
  inside: string,
  x: number,
  width: number,
  fading: Fading | null,
  defs: string[],
): string {
  if (fading === null) return inside
  const id = `fade${defs.length}`
  const left = fading.left / Math.max(width, 0.01)
  const right = 1 - fading.right / Math.max(width, 0.01)
  const stops = [
    [0, fading.left > 0 ? '#000' : '#fff'],
    [left, '#fff'],
    [right, '#fff'],
    [1, fading.right > 0 ? '#000' : '#fff'],
  ].map(([offset, colour]) => `<stop offset="${offset}" stop-color="${colour}"/>`)
  const area = attributes({ x: x - 2, y: -1000, width: width + 4, height: 4000 })
  defs.push(
    `<linearGradient id="${id}g" gradientUnits="userSpaceOnUse" x1="${x}" x2="${x + width}" y1="0" y2="0">${stops.join('')}</linearGradient>`,
    `<mask id="${id}" maskUnits="userSpaceOnUse"${area}><rect${area} fill="url(#${id}g)"/></mask>`,
  )
  return `<g mask="url(#${id})">${inside}</g>`
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}
