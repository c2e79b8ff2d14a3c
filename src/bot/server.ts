// What is served beside alerts: messages from Teams, and the two questions of an orchestrator.
import type { IncomingMessage } from "node:http";
import type { Response as BotResponse, CloudAdapter } from "botbuilder";
import { z } from "zod";
import type { Log } from "../app/services.ts";
import { redact } from "../core/redact/redact.ts";
import type { Bot } from "./bot.ts";
import { type Reply, type Route, refusal, unauthorized } from "./http.ts";
import { readJsonBody } from "./json-body.ts";
import { onTurn } from "./turn.ts";

/** Above any activity that Teams sends. */
const maxBodyBytes = 1_000_000;

/** `problem` is null when questions can be answered, else one sentence. */
export type Readiness = () => Promise<string | null>;

export const teamsRoutes = (
  adapter: CloudAdapter,
  bot: Bot,
  readiness: Readiness,
  log: Log,
): readonly Route[] => [
  { method: "get", path: "/healthz", answer: async () => ({ status: 200, body: { status: "ok" } }) },
  {
    method: "get",
    path: "/readyz",
    answer: async () => {
      const problem = await readiness();
      return problem === null
        ? { status: 200, body: { status: "ready" } }
        : { status: 503, body: { status: "not ready", problem } };
    },
  },
  { method: "post", path: "/api/messages", answer: (request) => receive(adapter, bot, log, request) },
];

const activitySchema = z.looseObject({ type: z.string().min(1) });

/** Whoever brings no token at all is not read. The token itself speaks for an activity, so botbuilder checks both. */
async function receive(adapter: CloudAdapter, bot: Bot, log: Log, request: IncomingMessage): Promise<Reply> {
  const { headers } = request;
  if (!/^Bearer \S+$/.test(headers.authorization ?? "")) return unauthorized;
  const body = await readJsonBody(request, maxBodyBytes);
  if (!body.ok) return body.reply;
  const activity = activitySchema.safeParse(body.value);
  if (!activity.success) return notAnActivity;
  const { response, reply } = answerOfBotbuilder(log);
  await adapter.process({ method: "POST", headers, body: activity.data }, response, onTurn(bot));
  return reply();
}

const notAnActivity = refusal(400, "The body is not a Bot Framework activity.");

/** What botbuilder answers. Texts are its own, of errors: they go to the log, and to the sender a word of ours. */
function answerOfBotbuilder(log: Log): { response: BotResponse; reply: () => Reply } {
  let status = 200;
  let body: unknown;
  const response: BotResponse = {
    socket: null,
    status: (code) => {
      status = code;
    },
    send: (sent: unknown) => {
      body = sent;
    },
    header: () => {},
    end: () => {},
  };
  const reply = (): Reply => {
    if (typeof body !== "string") return { status, body };
    log.warn("activity not accepted", { status, reason: redact(body).text });
    return status === 401 ? unauthorized : refusal(status, "The activity could not be processed.");
  };
  return { response, reply };
}
