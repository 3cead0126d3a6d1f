/** Leads to the first field of a form that says what is wrong, once that is drawn. */
export function focusFirstWrong(form: HTMLElement): void {
  requestAnimationFrame(() =>
    form
      .querySelector<HTMLElement>(
        '[data-invalid] :is(input, textarea, button):not([tabindex="-1"])',
      )
      ?.focus(),
  )
}
