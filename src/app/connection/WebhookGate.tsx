import { useState } from 'react'
import type { Webhook } from '~/domain/portal/webhook'
import { ConnectScreen, type WantedPlace } from '~/features/connect/ConnectScreen'
import { checkAccess } from '~/rest/client/check'
import { createRestClient } from '~/rest/client/rest-client'
import { formTransport } from '~/rest/client/transport'
import { isInstallationPath } from '../location/installation-path.ts'
import { isOpenedByPortal } from '../location/opened-by-portal.ts'
import { formatLocation, pathOnHost, type Address } from '../location/location-codec.ts'
import { connectTo, type Link } from './change-connection.ts'
import type { Connection } from './connection.ts'
import { isWebhookRemembered, storeWebhook } from './webhook-store.ts'

interface WebhookGateProps {
  readonly connection: Connection & { readonly kind: 'none' }
  /** The demo portal configured at start, if any. */
  readonly demo: Webhook | null
  readonly link: Link
}

/** Asks for a webhook, tries it, and keeps it for as long as the reader wants. */
export function WebhookGate({ connection: { noDemo, ended }, demo, link }: WebhookGateProps) {
  const [wanted, setWanted] = useState<WantedPlace | null>(null)
  const connect = (webhook: Webhook) => {
    const opens = (to: Address) => history.replaceState(null, '', `${pathOnHost(location.pathname)}${formatLocation(location.search, to)}`)
    // The address names a chat of the other portal.
    if (ended && ended.origin !== webhook.origin) opens({ dialogId: null })
    if (wanted && (wanted.host === null || wanted.host === new URL(webhook.origin).host)) opens(wanted.place)
    connectTo(link, webhook)
  }
  return (
    <ConnectScreen
      noDemo={noDemo}
      isInstallation={isInstallationPath()}
      isOutOfWindow={isOpenedByPortal()}
      isRemembered={ended !== undefined && isWebhookRemembered()}
      ended={ended ? { host: new URL(ended.origin).host, onBack: () => connectTo(link, ended) } : null}
      check={(webhook) => checkAccess(createRestClient(webhook.origin, formTransport(webhook.url)))}
      onConnect={(webhook, remember) => {
        storeWebhook(webhook.url, remember)
        connect(webhook)
      }}
      onPlace={setWanted}
      onDemo={demo && (() => connect(demo))}
    />
  )
}
