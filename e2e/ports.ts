/** Where the app and the demo portal are served for the tests; others, so that two checkouts can be tested side by side. */
export const PORT = Number(process.env['E2E_PORT'] || 4273)
export const DEMO_PORT = Number(process.env['E2E_DEMO_PORT'] || 4274)
