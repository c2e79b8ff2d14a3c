// Teams as its documentation says that it limits a bot, and what it answers badly besides. Used by the storms beside it.
import type { Behaviour, TeamsCall } from "../flow/teams.ts";

/** The documented ones: so many calls to one conversation within so many seconds, and of a bot in a tenant within one. */
const conversationLimits = [
  { seconds: 1, calls: 7 },
  { seconds: 2, calls: 8 },
  { seconds: 30, calls: 60 },
  { seconds: 3_600, calls: 1_800 },
];
const botLimits = [{ seconds: 1, calls: 30 }];

export type Connector = Readonly<{
  treat(call: TeamsCall): Behaviour;
  /** Calls that it refused because they were too many. */
  tooMany(): number;
  /** Cards of which nobody was told that it had taken them, by conversation: the answer was lost, or whoever waited for it. */
  unanswered(conversation: string, killedAt: readonly number[]): number;
}>;

/** Teams with its limits, which treats what is within them as `otherwise` says. */
export function connectorWithLimits(otherwise: () => Behaviour): Connector {
  const sent = new Map<string, number[]>();
  const posts = new Map<string, { at: number; lost: boolean }[]>();
  let refused = 0;
  const isFull = (of: string, limits: typeof botLimits): boolean => {
    const all = sent.get(of) ?? [];
    return limits.some(
      ({ seconds, calls }) =>
        (all.at(-calls) ?? Number.NEGATIVE_INFINITY) > performance.now() - seconds * 1_000,
    );
  };
  const count = (of: string) => void sent.set(of, [...(sent.get(of) ?? []), performance.now()].slice(-1_800));
  return {
    treat: ({ method, conversation }) => {
      const channel = (conversation ?? "").split(";")[0] ?? "";
      // What only reads has a limit of its own, far from what is asked here.
      if (method === "GET") return otherwise();
      if (isFull("bot", botLimits) || isFull(channel, conversationLimits)) {
        refused += 1;
        return { kind: "refuse", status: 429, retryAfter: 1 };
      }
      count("bot");
      count(channel);
      const behaviour = otherwise();
      if (method === "POST" && behaviour.kind !== "refuse" && behaviour.kind !== "hang") {
        const post = { at: performance.now(), lost: behaviour.kind === "reset" };
        posts.set(channel, [...(posts.get(channel) ?? []), post]);
      }
      return behaviour;
    },
    tooMany: () => refused,
    unanswered: (conversation, killedAt) =>
      (posts.get(conversation) ?? []).filter(
        ({ at, lost }) =>
          lost || killedAt.some((killed) => at <= killed && at > killed - inFlightMilliseconds),
      ).length,
  };
}
/** From when Teams takes a post until the process that sent it has written that down, with room for a slow machine. */
const inFlightMilliseconds = 2_000;
