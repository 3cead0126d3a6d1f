import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export const FONT_FAMILIES = ['Noto Sans', 'Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR'] as const
export type FontFamily = (typeof FONT_FAMILIES)[number]
/** The font of everything that it has glyphs for: Latin, Greek, Cyrillic, Vietnamese, Devanagari. */
export const MAIN_FONT: FontFamily = 'Noto Sans'

type Face = { package: string; folder: string; file: string }
type Faces = { regular: Face; bold: Face; italic: Face; boldItalic: Face }

function face(packageName: string, prefix: string, cut: string): Face {
  return { package: packageName, folder: cut, file: `${prefix}_${cut}.ttf` }
}

/** No Chinese, Japanese or Korean italic exists: those stay upright. */
function uprightFaces(packageName: string, prefix: string): Faces {
  const regular = face(packageName, prefix, '400Regular')
  const bold = face(packageName, prefix, '600SemiBold')
  return { regular, bold, italic: regular, boldItalic: bold }
}

const FACES: Record<FontFamily, Faces> = {
  'Noto Sans': {
    regular: face('noto-sans', 'NotoSans', '400Regular'),
    bold: face('noto-sans', 'NotoSans', '600SemiBold'),
    italic: face('noto-sans', 'NotoSans', '400Regular_Italic'),
    boldItalic: face('noto-sans', 'NotoSans', '600SemiBold_Italic'),
  },
  'Noto Sans SC': uprightFaces('noto-sans-sc', 'NotoSansSC'),
  'Noto Sans JP': uprightFaces('noto-sans-jp', 'NotoSansJP'),
  'Noto Sans KR': uprightFaces('noto-sans-kr', 'NotoSansKR'),
}

function faceFor(family: FontFamily, bold: boolean, italics: boolean): Face {
  const faces = FACES[family]
  if (bold) return italics ? faces.boldItalic : faces.bold
  return italics ? faces.italic : faces.regular
}

export function isFontFamily(name: string): name is FontFamily {
  return FONT_FAMILIES.some(family => family === name)
}

/** The files that a package of the application has to carry, flat in one folder. */
export function listFontFiles(): Array<{ file: string; from: string }> {
  const all = FONT_FAMILIES.flatMap(family => Object.values(FACES[family]))
  return [...new Map(all.map(one => [one.file, one])).values()].map(one => ({
    file: one.file,
    from: `@expo-google-fonts/${one.package}/${one.folder}/${one.file}`,
  }))
}

export type FontSource = {
  /** The file name of a face, which also names it inside one document. */
  nameOf: (family: FontFamily, bold: boolean, italics: boolean) => string
  /** The bytes of a face, read when first asked for: a Latin page never reads the large fonts. */
  read: (family: FontFamily, bold: boolean, italics: boolean) => Uint8Array
}

/**
 * Reads fonts from `fontFolder`, or, when it is null, from the installed font packages.
 * Throws `FontMissingError` when a file is not there.
 */
export function createFontSource(fontFolder: string | null): FontSource {
  const loaded = new Map<string, Uint8Array>()
  const resolve = createRequire(import.meta.url).resolve
  return {
    nameOf: (family, bold, italics) => faceFor(family, bold, italics).file,
    read: (family, bold, italics) => {
      const { package: packageName, folder, file } = faceFor(family, bold, italics)
      const known = loaded.get(file)
      if (known !== undefined) return known
      try {
        const path =
          fontFolder === null
            ? resolve(`@expo-google-fonts/${packageName}/${folder}/${file}`)
            : join(fontFolder, file)
        const bytes = readFileSync(path)
        loaded.set(file, bytes)
        return bytes
      } catch {
        throw new FontMissingError(file)
      }
    },
  }
}

export class FontMissingError extends Error {
  override readonly name = 'FontMissingError'
  readonly file: string
  constructor(file: string) {
    super(`font file missing: ${file}`)
    this.file = file
  }
}
