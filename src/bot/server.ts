// The HTTP edge: messages from Teams, and the two questions of an orchestrator.
import type { Request as BotRequest, CloudAdapter } from "botbuilder";
import restify, { type Request, type Response, type Server } from "restify";
import type { Log } from "../app/services.ts";
import type { Bot } from "./bot.ts";
import { onTurn } from "./turn.ts";

/** Above any activity that Teams sends. */
const maxBodyBytes = 1_000_000;

/** `problem` is null when questions can be answered, else one sentence. */
export type Readiness = () => Promise<string | null>;

export function createServer(adapter: CloudAdapter, bot: Bot, readiness: Readiness, log: Log): Server {
  const server = restify.createServer({ name: "aks-oncall" });
  server.get("/healthz", async (_request: Request, response: Response) => {
    response.json(200, { status: "ok" });
  });
  server.get("/readyz", async (_request: Request, response: Response) => {
    const problem = await readiness();
    response.json(
      problem === null ? 200 : 503,
      problem === null ? { status: "ready" } : { status: "not ready", problem },
    );
  });
  server.post(
    "/api/messages",
    restify.plugins.bodyParser({ mapParams: false, maxBodySize: maxBodyBytes }),
    async (request: Request, response: Response) => receive(adapter, bot, log, request, response),
  );
  return server;
}

async function receive(
  adapter: CloudAdapter,
  bot: Bot,
  log: Log,
  request: Request,
  response: Response,
): Promise<void> {
  if (!isActivity(request.body)) {
    response.json(400, { error: "The body is not a Bot Framework activity." });
    return;
  }
  try {
    await adapter.process(request as BotRequest, response, onTurn(bot));
  } catch (error) {
    log.error("request failed", { error: String(error) });
    if (!response.headersSent) response.json(500, { error: "The activity could not be processed." });
  }
}

const isActivity = (body: unknown): boolean =>
  typeof body === "object" &&
  body !== null &&
  !Array.isArray(body) &&
  typeof (body as { type?: unknown }).type === "string";
