/** The credit that CC BY 4.0 asks for, printed wherever the figure is shown; it says what was changed. */
export const FIGURE_ATTRIBUTION =
  'Figure: Expression Atlas, EMBL-EBI, CC BY 4.0, redrawn; bones added.'

export const FIGURE_LICENCE_URL = 'https://creativecommons.org/licenses/by/4.0/'
