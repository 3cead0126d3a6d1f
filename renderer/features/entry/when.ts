import { formatPartialDate } from '../../../shared/dates/formatDate.ts'

/** A moment on this machine's clock: "22-Nov-2026 14:32". */
export function monthDayTime(at: string): string {
  const time = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return `${formatPartialDate(day)} ${two(time.getHours())}:${two(time.getMinutes())}`
}
