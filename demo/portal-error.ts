/** An error answer of the portal: `error`, `error_description` and the HTTP status; `docs/bitrix24/rest.md` §1.1–1.2. */
export class PortalFailure extends Error {
  readonly code: string
  readonly status: number
  readonly description: string

  constructor(status: number, code: string, description = '') {
    super(code)
    this.status = status
    this.code = code
    this.description = description
  }
}

export const accessError = () => new PortalFailure(403, 'ACCESS_ERROR', 'You do not have access to the specified dialog')
export const dialogIdEmpty = () => new PortalFailure(400, 'DIALOG_ID_EMPTY', "Dialog ID can't be empty")
