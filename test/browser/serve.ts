/** A server for a built site, on this machine only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface Served {
  /** Where the site begins, with its base path and a slash at the end: `http://127.0.0.1:41234/tongbao/`. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves `folder` under the path `base` (`/`, `/tongbao/`) on a free port of 127.0.0.1; everything outside is not found. */
export async function serve(folder: string, base = '/'): Promise<Served> {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => answer(request, response, base, files));
  const { port } = await listening(server);
  return { address: `http://127.0.0.1:${port}${base}`, close: () => closed(server) };
}

function answer(request: IncomingMessage, response: ServerResponse, base: string, files: ReturnType<typeof sirv>): void {
  const path = request.url ?? '';
  if (path.startsWith(base)) {
    request.url = path.slice(base.length - 1);
    files(request, response, () => missing(response));
  } else missing(response);
}

const missing = (response: ServerResponse): void => {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404');
};

const listening = (server: Server): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(server.address() as AddressInfo));
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
