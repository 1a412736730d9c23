/** The Content-Security-Policy of the built page. */
export declare const contentPolicy: string
