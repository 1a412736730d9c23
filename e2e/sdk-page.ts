import { initializeB24Frame } from '@bitrix24/b24jssdk'

/** What the official SDK gets from the demo portal, for `sdk.spec.ts`. */
async function run(): Promise<unknown> {
  const b24 = await initializeB24Frame()
  const profile = await b24.actions.v2.call.make({ method: 'profile', params: {} })
  const batch = await b24.actions.v2.batch.make({
    calls: { one: { method: 'server.time', params: {} }, two: { method: 'im.dialog.get', params: { DIALOG_ID: 'chat20' } } },
    options: { isHaltOnError: false, returnAjaxResult: false },
  })
  const messages = await b24.actions.v2.call.make({ method: 'im.dialog.messages.get', params: { DIALOG_ID: 'chat20', LIMIT: 5 } })
  return {
    placement: b24.placement.placement,
    options: b24.placement.options,
    profile: profile.getData(),
    batch: batch.getData(),
    messages: messages.getData(),
  }
}

run().then(
  (result) => Object.assign(window, { sdkResult: { ok: true, result } }),
  (error: unknown) => Object.assign(window, { sdkResult: { ok: false, error: String(error) } }),
)
