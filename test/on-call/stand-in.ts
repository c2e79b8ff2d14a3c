// A service that keeps schedules, as a server of its own on this machine: it answers what a test tells it, and keeps what it
// was asked.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** `waitMs`: before anything is answered. */
export type Reply = Readonly<{
  status?: number;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  waitMs?: number;
}>;
export type Asked = Readonly<{ path: string; query: URLSearchParams; headers: IncomingMessage["headers"] }>;

export type StandIn = Readonly<{
  origin: string;
  asked: readonly Asked[];
  /** From now on: one after another, the last one again and again. */
  answers: (...replies: readonly (Reply | ((asked: Asked) => Reply))[]) => void;
  close: () => Promise<void>;
}>;

export async function startStandIn(): Promise<StandIn> {
  const asked: Asked[] = [];
  let replies: readonly (Reply | ((asked: Asked) => Reply))[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const question = { path: url.pathname, query: url.searchParams, headers: request.headers };
    asked.push(question);
    const next = replies.length > 1 ? replies[0] : replies.at(-1);
    replies = replies.length > 1 ? replies.slice(1) : replies;
    const reply = typeof next === "function" ? next(question) : (next ?? { status: 404 });
    const { status = 200, body = "", headers = {}, waitMs = 0 } = reply;
    const answer = () => {
      // Not in one chain: where the product's HTTP server was loaded before, `writeHead` gives nothing back.
      response.writeHead(status, headers);
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    };
    if (waitMs > 0) setTimeout(answer, waitMs).unref();
    else answer();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers: (...next) => {
      asked.length = 0;
      replies = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
