export interface PlacementPageOptions {
  /**
   * `PLACEMENT`, `LANG`, `firstRun`, `silent` (commands that get no answer), `session`, `install=yes` (the installation path of an app
   * that is not installed yet), `bound=yes` (what is bound to the placement opens); the rest are placement options.
   */
  readonly query: URLSearchParams
  readonly origin: string
  readonly appUrl: string
  readonly accessToken: string
  readonly isAdmin: boolean
}

const own = new Set([
  'PLACEMENT',
  'LANG',
  'firstRun',
  'silent',
  'session',
  'token',
  'app',
  'cookie',
  'options',
  'width',
  'height',
  'method',
  'install',
  'admin',
])

const escapeJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/**
 * The portal's window around the app: opens it by POST in a frame named `HOST|PROTO|SID` and speaks the
 * parent's side of the protocol, silences included (`docs/bitrix24/placement.md` §1, §4).
 */
export function placementPage({ query, origin, appUrl, accessToken, isAdmin }: PlacementPageOptions): string {
  const { host, protocol } = new URL(origin)
  const proto = protocol === 'https:' ? 1 : 0
  const sid = 'sid-' + Math.random().toString(36).slice(2, 14)
  const lang = query.get('LANG') ?? 'en'
  const placement = query.get('PLACEMENT') ?? 'DEFAULT'
  const given = Object.fromEntries([...query].filter(([key]) => !own.has(key)))
  // `options=text|list|empty` gives the odd shapes that real portals have given.
  const form = query.get('options')
  const placementOptions: unknown =
    form === 'text'
      ? JSON.stringify({ ...given, URI: '/online/' })
      : form === 'list'
        ? []
        : form === 'empty'
          ? ''
          : { ...given, URI: '/online/' }
  const target = new URL(appUrl)
  const isInstalling = query.get('install') === 'yes'
  if (isInstalling) target.searchParams.set('install', '')
  for (const [key, value] of Object.entries({ DOMAIN: host, PROTOCOL: String(proto), LANG: lang, APP_SID: sid }))
    target.searchParams.set(key, value)
  const body: Record<string, string> = {
    AUTH_ID: accessToken,
    AUTH_EXPIRES: '3600',
    REFRESH_ID: 'refresh',
    SERVER_ENDPOINT: 'https://oauth.example/rest/',
    APPLICATION_TOKEN: 'application',
    APPLICATION_SCOPE: 'im,placement',
    member_id: 'demo',
    status: 'L',
    PLACEMENT: placement,
    ...(placementOptions ? { PLACEMENT_OPTIONS: JSON.stringify(placementOptions) } : {}),
  }
  const init = {
    LANG: lang,
    DOMAIN: host,
    PROTOCOL: proto,
    PATH: '/rest',
    AUTH_ID: accessToken,
    AUTH_EXPIRES: '3600',
    REFRESH_ID: 'refresh',
    MEMBER_ID: 'demo',
    FIRST_RUN: query.get('firstRun') === 'yes',
    IS_ADMIN: isAdmin,
    INSTALL: isInstalling,
    USER_OPTIONS: [],
    APP_OPTIONS: [],
    PLACEMENT: placement,
    PLACEMENT_OPTIONS: placementOptions,
  }
  const settings = {
    init,
    appOrigin: target.origin,
    sid,
    placement,
    session: query.get('session') ?? 'demo',
    silent: (query.get('silent') ?? '').split(','),
  }
  const fields = Object.entries(body)
    .map(([key, value]) => `<input type="hidden" name="${escapeHtml(key)}" value="${escapeHtml(value)}">`)
    .join('')
  const width = Number(query.get('width')) || 0
  const height = Number(query.get('height')) || 0
  return `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8"><title>Portal: ${escapeHtml(placement)}</title>
<style>html,body{height:100%;margin:0;font:14px/20px system-ui}body{display:grid;grid-template-rows:auto 1fr;background:#eef2f4}header{padding:8px 16px;background:#2067b0;color:#fff}iframe{border:0;height:${height ? `${height}px` : '100%'};width:${width ? `${width}px` : '100%'};background:#fff}aside{position:fixed;inset:36px 0 0 20%;padding:16px;background:#fff;box-shadow:0 0 24px #0004}</style></head>
<body><header>Bitrix24 demo portal · ${escapeHtml(placement)}</header>
<iframe id="app" title="Chat history" name="${escapeHtml(`${host}|${proto}|${sid}`)}" allow="geolocation *; microphone *; camera *; autoplay *"></iframe>
<form id="open" method="${query.get('method') === 'get' ? 'get' : 'post'}" action="${escapeHtml(target.href)}" target="${escapeHtml(`${host}|${proto}|${sid}`)}">${fields}</form>
<script>
const S = ${escapeJson(settings)};
const frame = document.getElementById('app');
// Commands as they came, for tests.
const log = window.placementLog = [];
const DENIED = S.placement === 'DEFAULT' ? [] : ['setTitle', 'setScroll', 'reloadWindow'];
// A page of the portal over the frame; it is answered when it is closed again.
const slide = (path) => new Promise((resolve) => {
  const page = document.body.appendChild(document.createElement('aside'));
  page.append('A page of the portal: ' + path + ' ');
  const close = page.appendChild(document.createElement('button'));
  close.textContent = 'Close';
  close.onclick = () => { page.remove(); resolve({ result: 'close' }); };
});
const refreshAuth = async () => (await fetch('/_demo/sessions/' + S.session + '/token', { method: 'POST' })).json();
const commands = {
  getInitData: () => S.init,
  refreshAuth,
  setInstall: (params) => params,
  setInstallFinish: () => { if (!S.init.INSTALL) return undefined; const url = new URL(location.href); url.searchParams.set('install', 'done'); location.replace(url); return undefined; },
  setAppOption: (params) => params,
  setUserOption: (params) => params,
  resizeWindow: (params) => { frame.style.height = params.height + 'px'; return { width: frame.clientWidth, height: params.height }; },
  setScroll: (params) => params,
  setTitle: (params) => { document.title = String(params.title); return params; },
  getInterface: () => ({ command: [], event: [] }),
  openPath: (params) => /^\\/(crm\\/(deal|lead|contact|company|type)|marketplace|company\\/personal\\/user\\/\\d+|workgroups\\/group\\/\\d+)\\//.test(params.path) ? slide(params.path) : { result: 'error', errorCode: 'PATH_NOT_AVAILABLE' },
};
// These never get an answer.
const mute = ['imOpenMessenger', 'imOpenHistory', 'imCallTo', 'imPhoneTo', 'closeApplication', 'reloadWindow'];
addEventListener('message', async (event) => {
  if (event.origin !== S.appOrigin || event.source !== frame.contentWindow) return;
  let method, params, callback, sid;
  if (typeof event.data === 'object' && event.data !== null) ({ method, params, callback, appSid: sid } = event.data);
  else if (typeof event.data === 'string') {
    const parts = event.data.split(':');
    method = parts[0]; callback = parts.at(-2); sid = parts.at(-1);
    const text = parts.slice(1, -2).join(':');
    params = text ? JSON.parse(text) : [];
  }
  if (sid !== S.sid) return;
  log.push({ method, params });
  if (DENIED.includes(method) || mute.includes(method) || S.silent.includes(method) || !(method in commands)) return;
  const answer = await commands[method](params);
  frame.contentWindow.postMessage(callback + ':' + (answer === undefined ? '' : JSON.stringify(answer)), S.appOrigin);
});
document.getElementById('open').submit();
</script></body></html>`
}
