/** A rectangle in the screen's own pixels. */
export type Area = Readonly<{ x: number; y: number; width: number; height: number }>

/** How a window was left: its place when it is not maximised, and whether it was. */
export type WindowPlace = Area & Readonly<{ maximized: boolean }>

export const FIRST_SIZE = { width: 1920, height: 1080 } as const
export const LEAST_SIZE = { width: 800, height: 600 } as const
/** So much of the title must be on a screen to take hold of the window. */
const GRIP = 100

/**
 * Where a window opens. The place in which it was left, where enough of it is still on a screen, made to fit there; else
 * the first size in the middle of the main screen, maximised where that is no larger. `areas` are the screens without
 * task bars, the main one first.
 */
export function placeWindow(left: WindowPlace | null, areas: readonly Area[]): WindowPlace {
  const [main] = areas
  if (main === undefined) return left ?? { x: 0, y: 0, ...FIRST_SIZE, maximized: false }
  const home = left === null ? undefined : mostOf(left, areas)
  if (left === null || home === undefined) {
    const width = Math.min(left?.width ?? FIRST_SIZE.width, main.width)
    const height = Math.min(left?.height ?? FIRST_SIZE.height, main.height)
    const isWhole = width === main.width && height === main.height
    return { ...centred({ width, height }, main), maximized: left?.maximized ?? isWhole }
  }
  const width = Math.min(Math.max(left.width, LEAST_SIZE.width), home.width)
  const height = Math.min(Math.max(left.height, LEAST_SIZE.height), home.height)
  return {
    x: between(home.x, left.x, home.x + home.width - width),
    y: between(home.y, left.y, home.y + home.height - height),
    width,
    height,
    maximized: left.maximized,
  }
}

/** The screen that most of the window's upper edge is on; undefined where too little of it is on any. */
function mostOf(window: Area, areas: readonly Area[]): Area | undefined {
  const shares = areas.map(area => ({ area, share: gripOn(area, window) }))
  const [best] = shares.toSorted((a, b) => b.share - a.share)
  return best !== undefined && best.share >= GRIP ? best.area : undefined
}

function gripOn(area: Area, { x, y, width }: Area): number {
  const isBeside = y < area.y - 10 || y > area.y + area.height - 50
  return isBeside ? 0 : Math.min(area.x + area.width, x + width) - Math.max(area.x, x)
}

function centred({ width, height }: Pick<Area, 'width' | 'height'>, area: Area): Area {
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  }
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
