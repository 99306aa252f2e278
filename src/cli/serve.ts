/** Serves a built site on this machine alone. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { Usage } from './usage.ts';

const USUAL_PORT = 4321;
/** So many ports are tried from the usual one on. */
const TRIES = 20;

export interface Serving {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves `folder` at `port`, which has to be free; null: at the first free one from the usual on. */
export async function serve(folder: string, port: number | null): Promise<Serving> {
  const server = serverOf(folder);
  const at = port === null ? await firstFree(server, USUAL_PORT) : await listen(server, port);
  if (at === null)
    throw new Usage(`端口 ${port ?? USUAL_PORT} 已被占用,请用 --port 换一个。`, `Port ${port ?? USUAL_PORT} is in use; choose another with --port.`);
  return { address: `http://localhost:${at}/`, close: () => new Promise((done) => server.close(() => done())) };
}

function serverOf(folder: string): Server {
  const files = sirv(folder, { etag: true });
  return createServer((request, response) => {
    response.setHeader('Connection', 'close');
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound(folder));
    });
  });
}

/** The site's own page for addresses that it does not have. */
function notFound(folder: string): string {
  const page = join(folder, '404.html');
  return existsSync(page) ? readFileSync(page, 'utf8') : '没有这一页。 There is no such page.\n';
}

async function firstFree(server: Server, from: number): Promise<number | null> {
  for (let port = from; port < from + TRIES; port += 1) {
    const at = await listen(server, port);
    if (at !== null) return at;
  }
  return null;
}

/** The port, or null if it is in use. */
function listen(server: Server, port: number): Promise<number | null> {
  return new Promise((done, fail) => {
    const failed = (error: NodeJS.ErrnoException): void => (error.code === 'EADDRINUSE' ? done(null) : fail(error));
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
