import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { ErrorNotice } from '~/dialog/ErrorNotice'
import type { User } from '~/domain/people/user'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import { membersQuery } from '~/queries/members'
import { usePortal } from '~/queries/portal-context'
import { Avatar } from '~/ui/Avatar'
import { useText } from '~/ui/i18n'
import styles from './items.module.css'
import { finder } from './panel-items.ts'
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
  const members = data.filter(finder(find, ({ name, position }) => ({ words: `${name} ${position}`, day: null })))
  if (error && data.length === 0) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  return (
    <>
      {isFetchNextPageError && (
        <ErrorNotice error={error} missing={t('panel.membersMissing', { count: data.length })} onRetry={() => void fetchNextPage()} />
      )}
      <PanelList
        tab="members"
        label={t('panel.members')}
        sections={[{ heading: null, keys: members.map(({ id }) => String(id)) }]}
        height={56}
        row={(index) => members[index] && <Member member={members[index]} />}
      />
    </>
  )
}

/** Opens the person's card. */
function Member({ member }: { readonly member: User }) {
  const t = useText()
  const { showPerson } = useDialog()
  return (
    <button
      type="button"
      className={styles.item}
      aria-haspopup="dialog"
      // A click without a press is one of the keyboard.
      onClick={(event) => showPerson(member.id, event.currentTarget, event.detail === 0)}
    >
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
    </button>
  )
}
