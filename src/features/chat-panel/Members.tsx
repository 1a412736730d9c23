import { useInfiniteQuery } from '@tanstack/react-query'
import { InternalLink } from '~/navigation/InternalLink'
import { useEffect } from 'react'
import { ErrorNotice } from '~/dialog/ErrorNotice'
import { useDialog } from '~/dialog/DialogContext'
import { parseDialogId } from '~/domain/ids'
import { membersQuery } from '~/queries/members'
import { usePortal } from '~/queries/portal-context'
import { Avatar } from '~/ui/Avatar'
import { useText } from '~/ui/i18n'
import { joinNonEmpty } from '~/lib/join-non-empty'
import { finder } from './finder.ts'
import styles from './items.module.css'
import { PanelList } from './PanelList.tsx'

/** The members of the chat; all are loaded, so that all can be found. */
export function Members({ find }: { readonly find: string }) {
  const t = useText()
  const { id: dialogId } = useDialog()
  const {
    data = [],
    error,
    refetch,
    hasNextPage,
    isFetching,
    isError,
    isFetchNextPageError,
    fetchNextPage,
  } = useInfiniteQuery(membersQuery(usePortal(), dialogId))
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  const members = data.filter(finder(find, ({ name, position }) => `${name} ${position}`))
  if (error && data.length === 0) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  return (
    <>
      {isFetchNextPageError && (
        <ErrorNotice error={error} missing={t('panel.membersMissing', { count: data.length })} onRetry={() => void fetchNextPage()} />
      )}
      <PanelList
        label={t('panel.members')}
        keys={members.map(({ id }) => String(id))}
        height={56}
        row={(index) => {
          const member = members[index]
          if (!member) return null
          const chat = parseDialogId(String(member.id))
          const shown = (
            <>
              <Avatar name={member.name} color={member.color} url={member.avatarUrl} />
              <span className={styles.words}>
                <bdi className={styles.name}>{member.name}</bdi>
                <bdi className={styles.quiet}>
                  {joinNonEmpty([
                    member.active ? '' : t('mention.inactive'),
                    member.kind === 'user' ? '' : t(`badge.${member.kind}`),
                    member.position,
                  ])}
                </bdi>
              </span>
            </>
          )
          return chat ? (
            <InternalLink className={styles.item} to={{ dialogId: chat }}>
              {shown}
            </InternalLink>
          ) : (
            <span className={styles.item}>{shown}</span>
          )
        }}
      />
    </>
  )
}
