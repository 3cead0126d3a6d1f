import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { PictureType } from '../../shared/case/photograph.ts'
import { withProfile } from './jpeg.ts'
import type { Pixels } from './pixels.ts'
import { MOST_PIXELS, PictureError, refusePicture } from './problem.ts'

const packages = createRequire(import.meta.url)

/** How the decoders are made that emscripten compiled. */
type Make<Module> = (options: {
  wasmBinary: Uint8Array
  noInitialRun: boolean
  print: (text: string) => void
  printErr: (text: string) => void
}) => Promise<Module>

type JpegDecoder = Readonly<{
  decode: (bytes: Uint8Array, preserveOrientation: boolean) => Pixels | null
}>
type WebpDecoder = Readonly<{ decode: (bytes: Uint8Array) => Pixels | null }>
type JpegEncoder = Readonly<{
  encode: (
    data: Uint8ClampedArray,
    width: number,
    height: number,
    options: typeof JPEG_OPTIONS,
  ) => Uint8Array
}>

/** A new one each time: with it goes the memory of the picture that it unpacked. */
async function made<Module>(
  make: unknown,
  wasm: string,
  printErr: (text: string) => void = () => {},
): Promise<Module> {
  const options = { wasmBinary: await wasmOf(wasm), noInitialRun: true, print: () => {}, printErr }
  // The packages' own types need those of a browser.
  return await (make as Make<Module>)(options)
}

function wasmOf(file: string): Promise<Uint8Array> {
  return readFile(packages.resolve(file))
}

/**
 * The pixels of a picture as its rows lie in the file.
 * SECURITY: the decoders are WebAssembly, whose memory is its own: a picture that breaks one reaches nothing outside.
 */
export async function decoded(mediaType: PictureType, bytes: Uint8Array): Promise<Pixels> {
  try {
    switch (mediaType) {
      case 'image/jpeg':
        return await decodeJpeg(bytes)
      case 'image/png':
        return await decodePng(bytes)
      case 'image/webp':
        return await decodeWebp(bytes)
      case 'image/heic':
        return await decodeHeic(bytes)
    }
  } catch (error) {
    if (error instanceof PictureError) throw error
    throw new PictureError(isOutOfMemory(error) ? 'memory' : 'damaged')
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError || /memory|OOM/i.test(String(error))
}

async function decodeJpeg(bytes: Uint8Array): Promise<Pixels> {
  const { default: make } = await import('@jsquash/jpeg/codec/dec/mozjpeg_dec.js')
  let isCutOff = false
  const wasm = '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'
  // The decoder fills up with grey what is missing, and says so here alone.
  const decoder = await made<JpegDecoder>(make, wasm, text => {
    isCutOff ||= /premature end/i.test(text)
  })
  const pixels = decoder.decode(bytes, false)
  if (isCutOff) refusePicture('truncated')
  return pixels ?? refusePicture('damaged')
}

async function decodePng(bytes: Uint8Array): Promise<Pixels> {
  const { default: init, decode } = await import('@jsquash/png/codec/pkg/squoosh_png.js')
  await init(await wasmOf('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'))
  return (decode(bytes) as Pixels | null) ?? refusePicture('damaged')
}

async function decodeWebp(bytes: Uint8Array): Promise<Pixels> {
  const { default: make } = await import('@jsquash/webp/codec/dec/webp_dec.js')
  const decoder = await made<WebpDecoder>(make, '@jsquash/webp/codec/dec/webp_dec.wasm')
  return decoder.decode(bytes) ?? refusePicture('damaged')
}

type HeicImage = Readonly<{
  get_width: () => number
  get_height: () => number
  is_primary: () => boolean
  display: (into: Pixels, done: (pixels: Pixels | null) => void) => void
  free: () => void
}>
type HeicDecoders = Readonly<{
  HeifDecoder: new () => Readonly<{ decode: (bytes: Uint8Array) => readonly HeicImage[] }>
}>

/** Upright: how a HEIC picture lies is part of the picture. */
async function decodeHeic(bytes: Uint8Array): Promise<Pixels> {
  const { default: make } = await import('libheif-js/libheif-wasm/libheif.js')
  const { HeifDecoder } = await made<HeicDecoders>(make, 'libheif-js/libheif-wasm/libheif.wasm')
  const images = new HeifDecoder().decode(bytes)
  const image = images.find(each => each.is_primary())
  if (image === undefined) return refusePicture('damaged')
  const [width, height] = [image.get_width(), image.get_height()]
  if (width * height > MOST_PIXELS) refusePicture('tooManyPixels')
  const pixels = { data: new Uint8ClampedArray(width * height * 4), width, height }
  const shown = await new Promise<Pixels | null>(resolve => image.display(pixels, resolve))
  return shown ?? refusePicture('damaged')
}

/** Not progressive: quicker to make, and small pictures gain nothing by it. Colours as YCbCr, halved where that is not seen. */
const JPEG_OPTIONS = {
  quality: 75,
  baseline: false,
  arithmetic: false,
  progressive: false,
  optimize_coding: true,
  smoothing: 0,
  color_space: 3,
  quant_table: 3,
  trellis_multipass: false,
  trellis_opt_zero: false,
  trellis_opt_table: false,
  trellis_loops: 1,
  auto_subsample: true,
  chroma_subsample: 2,
  separate_chroma_quality: false,
  chroma_quality: 75,
}

/** A JPEG in the colours of the picture that the pixels come from; `quality` from 1 to 100. */
export async function jpegOf(
  { data, width, height }: Pixels,
  quality: number,
  profile: Uint8Array | null,
): Promise<Uint8Array> {
  const { default: make } = await import('@jsquash/jpeg/codec/enc/mozjpeg_enc.js')
  const encoder = await made<JpegEncoder>(make, '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm')
  return withProfile(encoder.encode(data, width, height, { ...JPEG_OPTIONS, quality }), profile)
}
