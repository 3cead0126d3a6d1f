/** Why a file cannot become a photograph. */
export const PICTURE_PROBLEMS = [
  'empty',
  'tooLarge',
  'tooManyPixels',
  'truncated',
  'damaged',
  'animated',
  'vector',
  'unsupported',
  'unsupportedColours',
  'notPicture',
  'memory',
  'cancelled',
  'failed',
] as const
export type PictureProblem = (typeof PICTURE_PROBLEMS)[number]

/** SECURITY: read from the header before anything is unpacked; four bytes a pixel are needed, twice for a moment. */
export const MOST_PIXELS = 100_000_000

/** A file that is refused; it says why and nothing of what is in the file. */
export class PictureError extends Error {
  readonly problem: PictureProblem

  constructor(problem: PictureProblem) {
    super(problem)
    this.name = 'PictureError'
    this.problem = problem
  }
}

export function refusePicture(problem: PictureProblem): never {
  throw new PictureError(problem)
}
