// What is served beside alerts: messages from Teams, the page of a challenge, and the two questions of an orchestrator.
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import type { Bot } from "../teams/bot.ts";
import type { Activity, TeamsSdk } from "../teams/port.ts";
import { onTurn } from "../teams/turn.ts";
import { challengeRoutes } from "./challenge.ts";
import {
  type CallerCheck,
  type HttpRoute,
  type Reply,
  readJsonBody,
  refusal,
  unauthorized,
  whyRefused,
} from "./http.ts";

/** Above any activity that Teams sends: a message has 100 kB. */
const maxBodyBytes = 256 * 1024;

/** `problem` is null when questions can be answered, else one sentence. */
type Readiness = () => Promise<string | null>;

type TeamsDoor = Readonly<{
  /** Whether the Bot Connector calls. */
  check: CallerCheck;
  sdk: Pick<TeamsSdk, "callerOf">;
  bot: Bot;
}>;

export const teamsRoutes = (door: TeamsDoor, readiness: Readiness): readonly HttpRoute[] => [
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
  { method: "post", path: "/api/messages", answer: (request) => receive(door, request) },
  ...challengeRoutes(door.bot.services, door.bot.background),
];

const activitySchema = z.looseObject({
  type: z.string().min(1),
  channelId: z.string(),
  serviceUrl: z.string(),
});

/** Whoever is not the Bot Connector is not read. That its token speaks for this very activity is checked with it. */
async function receive(door: TeamsDoor, request: IncomingMessage): Promise<Reply> {
  const refused = await whyRefused(door.check, request);
  if (refused) return refused;
  const body = await readJsonBody(request, maxBodyBytes);
  if (!body.ok) return body.reply;
  const activity = activitySchema.safeParse(body.value);
  if (!activity.success) return refusal(400, "The body is not a Bot Framework activity.");
  if (activity.data.channelId !== "msteams") return refusal(403, "Only Microsoft Teams is answered.");
  return turn(door, request.headers.authorization ?? "", activity.data as unknown as Activity);
}

async function turn({ sdk, bot }: TeamsDoor, authorization: string, activity: Activity): Promise<Reply> {
  const caller = await sdk.callerOf(authorization, activity);
  if (!caller.ok) {
    return caller.code === "refused"
      ? unauthorized(caller.reason)
      : refusal(503, "Try again later.", caller.reason);
  }
  const { reply, refused } = await onTurn(bot, caller, activity);
  return {
    ...{ status: reply?.status ?? 200, body: reply?.body },
    ...(refused !== undefined && { refused }),
  };
}
