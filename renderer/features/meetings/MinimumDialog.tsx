import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  MINIMUM_ITEMS,
  MINIMUM_LABEL,
  type MinimumDataSet,
  type MinimumItem,
} from '../../../shared/meeting/readiness.ts'
import { api } from '../../api/client.ts'
import { CheckField } from '../../components/CheckField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { sentenceOf } from '../session/session.ts'
import styles from './ItemPanel.module.css'

const KEY = ['minimum'] as const

/** What a case needs before its meeting; what is not required is still shown as missing, and holds nothing up. */
export function MinimumDialog({
  canChange,
  onClose,
}: Readonly<{ canChange: boolean; onClose: () => void }>) {
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey: KEY,
    queryFn: () => api.invoke('meeting:minimum', {}),
  })
  const put = useMutation({
    mutationFn: (minimum: MinimumDataSet) =>
      api.invoke('meeting:putMinimum', { required: [...minimum.required] }),
    onMutate: minimum => client.setQueryData(KEY, minimum),
    onSuccess: minimum => client.setQueryData(KEY, minimum),
    onError: () => client.invalidateQueries({ queryKey: KEY }),
  })
  const required = new Set<MinimumItem>(data?.required ?? [])
  const failure = put.error ?? error
  return (
    <Dialog title="Minimum data set of a case" onClose={onClose} width="wide">
      <p>
        A case is ready once none of these is missing and no result is awaited.
        {!canChange && ' An administrator or an oncologist changes them.'}
      </p>
      {failure !== null && (
        <p className={styles.problem} role="alert">
          {sentenceOf(failure)}
        </p>
      )}
      <div className={styles.pair}>
        {data !== undefined &&
          MINIMUM_ITEMS.map(item => (
            <CheckField
              key={item}
              label={MINIMUM_LABEL[item]}
              value={required.has(item)}
              isDisabled={!canChange}
              onChange={isOn =>
                put.mutate({
                  required: MINIMUM_ITEMS.filter(each =>
                    each === item ? isOn : required.has(each),
                  ),
                })
              }
            />
          ))}
      </div>
    </Dialog>
  )
}
