import { File } from 'lucide-react'
import { InternalLink } from '~/navigation/InternalLink'
import type { CSSProperties, ReactNode } from 'react'
import { MarkupText } from '~/bbcode/MarkupText'
import { SentPicture } from '~/bbcode/view/SentPicture'
import type { Attach, AttachBlock, AttachPicture, GridCell, LeadsTo } from '~/domain/message/attach'
import { parseDialogId } from '~/domain/ids'
import { readableTextColor } from '~/lib/readable-text-color'
import { useMarkup } from '~/bbcode/view/MarkupContext'
import { isLeaf, STYLES, type MessageNode } from '~/bbcode/parse/message-tree'
import { parseMessage } from '~/bbcode/parse/tree'
import { Avatar } from '~/ui/Avatar'
import { useText } from '~/ui/i18n'
import { useFormats } from '~/ui/formats'
import { SentAvatar } from './SentAvatar.tsx'
import styles from './AttachCard.module.css'

/** A card below a message. It is never wider than the row, and nothing in it is executed. */
export function AttachCard({ attach }: { readonly attach: Attach }) {
  return (
    <section className={styles.card} data-plain={attach.plain || undefined} style={edgeOf(attach.color)}>
      {attach.blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </section>
  )
}

const edgeOf = (color: string | null): CSSProperties | undefined =>
  color === null ? undefined : ({ '--attach-color': color } as CSSProperties)

function Block({ block }: { readonly block: AttachBlock }) {
  switch (block.type) {
    case 'message':
      return <MarkupText text={block.text} />
    case 'user':
      return (
        <div className={styles.user}>
          {block.avatarUrl === null ? (
            <Avatar name={block.name} color={null} url={null} />
          ) : (
            <SentAvatar name={block.name} color={null} address={block.avatarUrl} />
          )}
          <Leading to={block.leadsTo} className={styles.name}>
            <bdi>{block.name}</bdi>
          </Leading>
        </div>
      )
    case 'link':
      return (
        <div className={styles.link}>
          <Leading to={block.leadsTo} className={styles.title}>
            <bdi>{block.name}</bdi>
          </Leading>
          {block.description !== '' && <MarkupText text={block.description} />}
          {block.preview && <Picture picture={block.preview} href={block.leadsTo && 'href' in block.leadsTo ? block.leadsTo.href : null} />}
        </div>
      )
    case 'image':
      return <Picture picture={block.picture} href={block.href} />
    case 'file':
      return <FileRow block={block} />
    case 'grid':
      return <Grid cells={block.cells} />
    case 'delimiter':
      return <hr className={styles.delimiter} style={{ maxWidth: block.width, ...edgeOf(block.color) }} />
  }
}

/**
 * A link to a page or to a dialog, or plain text without a target. Of a page of another server it tells the host, whatever stands in
 * its place.
 */
function Leading({
  to,
  className,
  children,
}: {
  readonly to: LeadsTo
  readonly className: string | undefined
  readonly children: ReactNode
}) {
  const { portal } = useMarkup()
  const dialogId = to && 'dialog' in to ? parseDialogId(to.dialog) : null
  if (dialogId)
    return (
      <InternalLink className={className} to={{ dialogId }}>
        {children}
      </InternalLink>
    )
  if (to && 'href' in to) {
    const { origin, host } = new URL(to.href)
    return (
      <a className={className} href={to.href} target="_blank" rel="noopener noreferrer nofollow ugc">
        {children}
        {origin !== portal && <small className={styles.host}>{host}</small>}
      </a>
    )
  }
  return <span className={className}>{children}</span>
}

const HIGHEST_SMALL = 120

function Picture({ picture, href }: { readonly picture: AttachPicture; readonly href: string | null }) {
  const t = useText()
  return (
    <div className={styles.picture}>
      <SentPicture
        address={picture.address}
        leadsTo={href ?? picture.address}
        size={picture.height !== null && picture.height <= HIGHEST_SMALL ? 'small' : 'medium'}
        alt={picture.name}
        label={picture.name || t('preview.picture')}
      />
    </div>
  )
}

function FileRow({ block }: { readonly block: Extract<AttachBlock, { type: 'file' }> }) {
  const formats = useFormats()
  return (
    <Leading to={block.href === null ? null : { href: block.href }} className={styles.file}>
      <File size={18} strokeWidth={1.8} aria-hidden />
      <bdi>{block.name}</bdi>
      {block.size !== null && <small className={styles.quiet}>{formats.bytes(block.size)}</small>}
    </Leading>
  )
}

/** Consecutive cells of one kind form a group. */
function Grid({ cells }: { readonly cells: readonly GridCell[] }) {
  const groups: GridCell[][] = []
  for (const cell of cells) {
    const last = groups.at(-1)
    if (last?.[0]?.display === cell.display) last.push(cell)
    else groups.push([cell])
  }
  return groups.map((group, index) => (
    <dl key={index} className={styles.grid} data-display={group[0]?.display}>
      {group.map((cell, at) => (
        <div key={at} className={styles.cell} style={cell.width === null ? undefined : { maxWidth: cell.width }}>
          {cell.name !== '' && <dt className={styles.quiet}>{cell.name}</dt>}
          <dd
            className={styles.value}
            data-alone={cell.name === '' || undefined}
            style={cell.color === null ? undefined : { color: readableTextColor(cell.color) }}
          >
            <CellValue cell={cell} />
          </dd>
        </div>
      ))}
    </dl>
  ))
}

/** Whether nothing in a text can be pressed: links do not stand in one another. */
const isInert = (nodes: readonly MessageNode[]): boolean =>
  nodes.every((node) => isLeaf(node) || node.name === 'br' || (STYLES.has(node.name) && isInert(node.children)))

function CellValue({ cell: { value, leadsTo } }: { readonly cell: GridCell }) {
  const t = useText()
  const text = <MarkupText text={value} />
  if (leadsTo === null) return text
  if (isInert(parseMessage(value, { extended: true }).nodes))
    return (
      <Leading to={leadsTo} className={styles.title}>
        {text}
      </Leading>
    )
  return (
    <>
      {text}
      <Leading to={leadsTo} className={styles.title}>
        {t('attach.open')}
      </Leading>
    </>
  )
}
