import { expect, it } from 'vitest'
import { wantedHeight } from './placement.ts'

it('a low frame asks for more where the page of the portal can grow, and keeps what the messenger gives it', () => {
  for (const placement of ['DEFAULT', 'CRM_DEAL_DETAIL_TAB', 'CRM_DYNAMIC_131_DETAIL_TAB']) {
    expect(wantedHeight(placement, 400), placement).toBe(720)
    expect(wantedHeight(placement, 700), placement).toBeNull()
  }
  for (const placement of ['IM_SIDEBAR', 'IM_TEXTAREA', 'IM_NAVIGATION', 'IM_CONTEXT_MENU', 'IMMOBILE_CONTEXT_MENU', 'REST_APP_URI'])
    expect(wantedHeight(placement, 400), placement).toBeNull()
})
