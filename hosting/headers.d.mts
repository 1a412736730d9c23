/** The Content-Security-Policy of a page that may talk to some portals, or to any. */
export declare function contentPolicy(portals?: readonly string[]): string

export interface HeaderSettings {
  readonly portals: readonly string[]
  readonly frameAncestors: readonly string[]
}

export declare function pageHeaders(settings: HeaderSettings): Readonly<Record<string, string>>
export declare const assetHeaders: Readonly<Record<string, string>>
export declare const fileHeaders: Readonly<Record<string, string>>
export declare const localAncestors: readonly string[]
