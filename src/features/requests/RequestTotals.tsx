import type { RequestTotal } from '~/domain/portal/request-record'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { purposeIn } from './requests-text.ts'
import styles from './Requests.module.css'

/** How often each method was called, and what for. */
export function RequestTotals({ totals }: { readonly totals: readonly RequestTotal[] }) {
  const t = useText()
  const formats = useFormats()
  const sorted = totals.toSorted((a, b) => b.alone + b.inBatches - a.alone - a.inBatches)
  return (
    <table className={styles.totals}>
      <thead>
        <tr>
          <th scope="col">{t('requests.what')}</th>
          <th scope="col">{t('requests.count')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((total) => (
          <tr key={`${total.from} ${total.what}`}>
            <td>
              {purposeIn(total, t)}
              <code>{total.what}</code>
            </td>
            <td>
              {formats.number(total.alone + total.inBatches)}
              {total.inBatches > 0 && (
                <small>{t('requests.ofThese', { count: total.inBatches, number: formats.number(total.inBatches) })}</small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
