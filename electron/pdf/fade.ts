import type { KitDocument, KitReference } from './pdfmakeInternals.ts'
import type { Fading } from './picture.ts'

/** Further than any mark reaches up or down. */
const FAR = 20_000

/** A graphics state that shows what is drawn from `x` over `width` less and less towards its faded ends. */
export function fadeState(
  document: KitDocument,
  x: number,
  width: number,
  fading: Fading,
): Record<string, unknown> {
  return {
    Type: 'ExtGState',
    SMask: { Type: 'Mask', S: 'Luminosity', G: lightOver(document, x, width, fading) },
  }
}

/** White where the mark is whole, black where it is gone. */
function lightOver(
  document: KitDocument,
  x: number,
  width: number,
  { left, right }: Fading,
): KitReference {
  const length = Math.max(0.01, width)
  const from = Math.min(1, Math.max(0, left / length))
  const to = Math.max(from, 1 - Math.max(0, right / length))
  // Gone just before its end, so that no edge closes it.
  const stops: [number, number][] = [
    [0, left > 0 ? 0 : 1],
    [from * 0.08, left > 0 ? 0 : 1],
    [from, 1],
    [to, 1],
    [1 - (1 - to) * 0.08, right > 0 ? 0 : 1],
    [1, right > 0 ? 0 : 1],
  ]
  const spans = stops.slice(1).map(([end, light], i) => {
    const [start, before] = stops[i] ?? [0, light]
    return { start, end, before, light }
  })
  const wide = spans.filter(({ start, end }) => end - start > 0.000_01)
  const light = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [x - 2, -FAR, x + width + 2, FAR],
    Group: { Type: 'Group', S: 'Transparency', CS: 'DeviceGray' },
    Resources: {
      Shading: {
        Light: {
          ShadingType: 2,
          ColorSpace: 'DeviceGray',
          Coords: [x, 0, x + length, 0],
          Extend: [true, true],
          Function: {
            FunctionType: 3,
            Domain: [0, 1],
            Functions: wide.map(span => ({
              FunctionType: 2,
              Domain: [0, 1],
              C0: [span.before],
              C1: [span.light],
              N: 1,
            })),
            Bounds: wide.slice(1).map(span => span.start),
            Encode: wide.flatMap(() => [0, 1]),
          },
        },
      },
    },
  })
  light.end('/Light sh')
  return light
}
