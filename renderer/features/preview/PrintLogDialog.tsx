import { useQuery } from '@tanstack/react-query'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import {
  DOCUMENT_LABEL,
  LEFT_LABEL,
  type PrintLogOf,
  type PrintLogRow,
} from '../../../shared/meeting/printLog.ts'
import { api } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { sentenceOf } from '../session/session.ts'
import styles from './PaperPreview.module.css'

type Props = Readonly<{ of: PrintLogOf; onClose: () => void }>

/** What left the workspace as a document: when, what, how and by whom, newest first. */
export function PrintLogDialog({ of, onClose }: Props) {
  const { data, error } = useQuery({
    queryKey: ['prints', of],
    queryFn: () => api.invoke('print:list', of),
    staleTime: 0,
  })
  return (
    <Dialog title="What was printed" width="wide" onClose={onClose}>
      {error !== null && <p role="alert">{sentenceOf(error)}</p>}
      {data?.prints.length === 0 && <p>Nothing was printed, saved or opened yet.</p>}
      {data !== undefined && data.prints.length > 0 && (
        <table className={styles.log}>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Document</th>
              <th scope="col">How it left</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {data.prints.map((print, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own, and never change
              <tr key={i}>
                <td>{momentWords(print.at)}</td>
                <td>{documentWords(print)}</td>
                <td>{LEFT_LABEL[print.action]}</td>
                <td>{print.userName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}

function documentWords({ document, pages, sections, isProtected }: PrintLogRow): string {
  const counted = (count: number | null, one: string) =>
    count === null ? null : `${count} ${count === 1 ? one : `${one}s`}`
  return [
    DOCUMENT_LABEL[document],
    counted(sections === 0 ? null : sections, 'patient'),
    counted(pages, 'page'),
    isProtected ? 'with a password' : null,
  ]
    .filter(part => part !== null)
    .join(', ')
}

function momentWords(iso: string): string {
  const at = new Date(iso)
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${formatPartialDate(day)} ${two(at.getHours())}:${two(at.getMinutes())}`
}
