/** The conflict mark: a drawn shape, the same whatever font is there. */
export function NotEqualMark({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 10 10" aria-hidden="true">
      <path
        d="M.8 3.3H9.2M.8 6.7H9.2M7 .6 3 9.4"
        stroke="currentColor"
        strokeWidth="1.7"
        fill="none"
      />
    </svg>
  )
}
