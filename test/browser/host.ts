/** Plays the pages for new files of GitHub, GitLab and Gitea: reads the address as they do, and shows what would be saved. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type HostKind = 'github' | 'gitlab' | 'gitea';

export interface Host {
  /** Ends without a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/** The path of the page on a branch, and what the name of the file and its text are called. */
const PAGES: Readonly<Record<HostKind, readonly [path: RegExp, name: string, text: string]>> = {
  github: [/^\/office\/records\/new\/main$/, 'filename', 'value'],
  gitlab: [/^\/office\/records\/-\/new\/main$/, 'file_name', 'content'],
  gitea: [/^\/office\/records\/_new\/main\/$/, 'filename', 'value'],
};

/** As nginx does: a request line of more than 8 kB is refused. */
const LINE = 8192;

export async function hostFor(kind: HostKind): Promise<Host> {
  const [path, name, text] = PAGES[kind];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://host');
    const status = `GET ${request.url} HTTP/1.1`.length > LINE ? 414 : path.test(pathname) ? 200 : 404;
    const fields = `<input id="name" value="${escaped(searchParams.get(name))}"><textarea id="text">\n${escaped(searchParams.get(text))}</textarea>`;
    const branch = escaped(searchParams.get('branch_name'));
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><title>New file</title><link rel="icon" href="data:,">${status === 200 ? fields : status}<p id="branch">${branch}</p>`,
    );
  });
  const { port } = await new Promise<AddressInfo>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address() as AddressInfo));
  });
  return { address: `http://127.0.0.1:${port}`, close: () => ended(server) };
}

const ended = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const escaped = (text: string | null): string => (text ?? '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
