/** Serves a built site on this machine alone. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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
  const server = port === null ? await firstFree(folder) : await listening(folder, port);
  if (server === null)
    throw new Usage(`端口 ${port ?? USUAL_PORT} 已被占用,请用 --port 换一个。`, `Port ${port ?? USUAL_PORT} is in use; choose another with --port.`);
  const { port: at } = server.address() as AddressInfo;
  return { address: `http://localhost:${at}/`, close: () => new Promise((done) => server.close(() => done())) };
}

async function firstFree(folder: string): Promise<Server | null> {
  for (let port = USUAL_PORT; port < USUAL_PORT + TRIES; port += 1) {
    const server = await listening(folder, port);
    if (server !== null) return server;
  }
  return null;
}

/** A server that listens at the port, or null if it is in use. */
function listening(folder: string, port: number): Promise<Server | null> {
  const server = serverOf(folder);
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(null) : fail(error)));
    server.listen(port, '127.0.0.1', () => done(server));
  });
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
