// Teams' side of the wire for whole-flow tests: takes what the bot posts and edits, and keeps it to look at.
import { createServer, type IncomingMessage } from "node:http";

type Json = Record<string, unknown>;

/** A message of the bot as a person sees it now: the newest edit, and every earlier state. */
export type Shown = { id: string; conversation: string; activity: Json; history: Json[] };

/** How one call is treated: taken, answered with a status, hung up on before or after it was taken, or never answered. */
export type Behaviour = Readonly<
  | { kind: "take" }
  | { kind: "refuse"; status: number; retryAfter?: number }
  | { kind: "reset"; taken: boolean }
  | { kind: "hang" }
>;

/** `after`: so many messages stood in all conversations then. */
export type Typing = Readonly<{ conversation: string; after: number }>;

/** `range`: its `Content-Range`. */
export type Upload = Readonly<{ range: string; text: string }>;

export type TeamsCall = Readonly<{ method: string; conversation: string | null }>;

export type Teams = {
  serviceUrl: string;
  /** From now on `choose` says how each call is treated. */
  behave(choose: (call: TeamsCall) => Behaviour): void;
  /** Milliseconds since the epoch at which each call arrived, by conversation. */
  arrivals: ReadonlyMap<string, readonly number[]>;
  shown(): readonly Shown[];
  /** Where it was shown that something is being written, in order. */
  typing(): readonly Typing[];
  /** Files that were put below `serviceUrl` and `upload/`. */
  uploads(): readonly Upload[];
  /** From now on these are in every conversation, told two a page; nobody at first. */
  setMembers(members: readonly Json[]): void;
  /** Answers the next `count` calls with this status instead of taking them. */
  refuse(status: number, count: number): void;
  close(): Promise<void>;
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
};
const bodyOf = async (request: IncomingMessage): Promise<Json> => {
  const text = await textOf(request);
  return text === "" ? {} : JSON.parse(text);
};

const path = /^\/v3\/conversations(?:\/([^/]+)\/(?:activities|members|pagedmembers)(?:\/([^/]+))?)?$/i;

export async function startTeams(): Promise<Teams> {
  const messages: Shown[] = [];
  const typing: Typing[] = [];
  const uploads: Upload[] = [];
  const refusals: number[] = [];
  const arrivals = new Map<string, number[]>();
  let members: readonly Json[] = [];
  let choose: (call: TeamsCall) => Behaviour = () => ({ kind: "take" });
  const server = createServer(async (request, response) => {
    const [, conversationPart, activityPart] = path.exec((request.url ?? "").split("?")[0] ?? "") ?? [];
    if (request.method === "PUT" && (request.url ?? "").startsWith("/upload/")) {
      uploads.push({ range: request.headers["content-range"] ?? "", text: await textOf(request) });
      response.writeHead(201);
      return void response.end("{}");
    }
    const body = await bodyOf(request);
    const reply = (status: number, value: Json) => {
      // Not chained: the product's HTTP server, loaded in the same process, replaces writeHead by one that returns nothing.
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(value));
    };
    const called = conversationPart === undefined ? null : decodeURIComponent(conversationPart);
    arrivals.set(called ?? "", [...(arrivals.get(called ?? "") ?? []), Date.now()]);
    const behaviour = choose({ method: request.method ?? "", conversation: called });
    if (behaviour.kind === "hang") return;
    if (behaviour.kind === "reset" && !behaviour.taken) return void request.socket.destroy();
    if (behaviour.kind === "refuse") {
      if (behaviour.retryAfter !== undefined) response.setHeader("retry-after", String(behaviour.retryAfter));
      return reply(behaviour.status, { error: { code: "ServiceError", message: "Teams is unwell." } });
    }
    /** The answer gets lost on its way, or arrives. */
    const answer = (status: number, value: Json) =>
      behaviour.kind === "reset" ? void request.socket.destroy() : reply(status, value);
    const refusal = refusals.shift();
    if (refusal !== undefined)
      return reply(refusal, { error: { code: "ServiceError", message: "Teams is unwell." } });
    if (conversationPart === undefined) {
      const [member] = body.members as { id: string }[];
      return answer(201, { id: `a:chat-of-${member?.id}` });
    }
    const conversation = decodeURIComponent(conversationPart);
    const { pathname, searchParams } = new URL(request.url ?? "", "http://teams");
    if (pathname.toLowerCase().endsWith("/pagedmembers")) {
      const start = Number(searchParams.get("continuationToken") ?? 0);
      const rest = start + 2 < members.length ? { continuationToken: String(start + 2) } : {};
      return answer(200, { members: members.slice(start, start + 2), ...rest });
    }
    if (request.method === "GET") return answer(200, { id: "29:somebody", name: "Somebody" });
    if (request.method === "PUT") {
      const message = messages.find(({ id }) => id === decodeURIComponent(activityPart ?? ""));
      if (!message) return reply(404, { error: { code: "ActivityNotFound", message: "No such activity." } });
      message.history.push(message.activity);
      message.activity = body;
      return answer(200, { id: message.id });
    }
    if (body.type === "typing") {
      typing.push({ conversation, after: messages.length });
      return answer(201, { id: `typing-${typing.length}` });
    }
    const id = `m${messages.length + 1}`;
    messages.push({ id, conversation, activity: body, history: [] });
    return answer(201, { id });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    serviceUrl: `http://127.0.0.1:${address.port}/`,
    shown: () => messages,
    typing: () => typing,
    uploads: () => uploads,
    setMembers: (given) => {
      members = given;
    },
    arrivals,
    behave: (given) => {
      choose = given;
    },
    refuse: (status, count) => refusals.push(...Array.from({ length: count }, () => status)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
