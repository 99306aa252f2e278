/** A server on this machine that plays the robot of a group chat. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Request {
  readonly path: string;
  readonly type: string | undefined;
  readonly body: string;
}
interface Response {
  readonly status?: number;
  readonly body?: string;
  readonly location?: string;
}
export interface PlayedRobot {
  readonly address: string;
  readonly requests: Request[];
}

const servers = new Set<Server>();

/** Answers the first request with `answer(0, …)`, the second with `answer(1, …)`; may hang up instead. */
export async function robotThat(answer: (count: number, request: Request) => Response | 'hang-up'): Promise<PlayedRobot> {
  const requests: Request[] = [];
  const server = createServer((asked, answered) => {
    let body = '';
    asked.setEncoding('utf8');
    asked.on('data', (part: string) => {
      body += part;
    });
    asked.on('end', () => {
      const request = { path: asked.url ?? '', type: asked.headers['content-type'], body };
      requests.push(request);
      const given = answer(requests.length - 1, request);
      if (given === 'hang-up') return asked.socket.destroy();
      const { status = 200, body: text = '', location } = given;
      answered.writeHead(status, location === undefined ? {} : { location });
      return answered.end(text);
    });
  });
  servers.add(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

export async function closeRobots(): Promise<void> {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
  servers.clear();
}
