// `npm run nginx-site > FILE`: a site for nginx with the headers of `headers.mjs`, as the environment says (`settings.mjs`).
import { fileURLToPath } from 'node:url'
import { assetHeaders, fileHeaders, pageHeaders } from './headers.mjs'
import { BadSetting, readSettings } from './settings.mjs'

/** With every status; but what is missing today must not be missing for a year. Nothing of ours has a quotation mark or a dollar sign in it. */
const lines = (headers) =>
  Object.entries(headers).map(([name, value]) => `    add_header ${name} "${value}"${name === 'Cache-Control' ? '' : ' always'};`)

/**
 * @param {import('./settings.mjs').Settings} settings
 * @returns {string}
 */
export const nginxSite = (
  settings,
) => `# Written by "npm run nginx-site". Change the environment (docs/hosting.md) and write it anew, or the next upgrade undoes it.

# No query: a portal's has the key of a session.
log_format chat_history escape=json
  '{"time":"$time_iso8601","method":"$request_method","path":"$uri","status":$status,"ms":$request_time}';

server {
  listen 80;
  listen [::]:80;
  # An https portal shows https pages alone. With a certificate of your own:
  # listen 443 ssl;
  # ssl_certificate /etc/ssl/certs/chat-history.pem;
  # ssl_certificate_key /etc/ssl/private/chat-history.key;
  server_name _;
  root /srv/chat-history;
  access_log /var/log/nginx/chat-history.log chat_history;
  server_tokens off;
  etag on;
  gzip_static on;
  gzip_vary on;
  client_max_body_size 1m;
  client_header_timeout 10s;
  client_body_timeout 10s;
  send_timeout 60s;
  keepalive_timeout 65s;

  location = /healthz {
    default_type text/plain;
    access_log off;
${lines(fileHeaders).join('\n')}
    return 200 "ok";
  }

  location = / {
    rewrite ^ /index.html last;
  }

  # A portal opens the page by POST; files are answered to GET alone.
  location = /index.html {
    error_page 405 =200 $uri;
    limit_except GET POST {
      deny all;
    }
    charset utf-8;
${lines(pageHeaders(settings)).join('\n')}
  }

  # The help that errors lead to.
  location /help/ {
    try_files $uri =404;
    charset utf-8;
${lines(pageHeaders(settings)).join('\n')}
  }

  location /assets/ {
    charset utf-8;
    charset_types text/css application/javascript text/javascript application/json;
    try_files $uri =404;
${lines(assetHeaders).join('\n')}
  }

  location / {
    try_files $uri =404;
${lines(fileHeaders).join('\n')}
  }
}
`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(nginxSite(readSettings(process.env)))
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
