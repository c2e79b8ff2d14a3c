// The outside of the use cases, hand-written: people, one cluster, and a transport that plays a given script.

import { placeOf } from "../../src/app/place.ts";
import type {
  Clock,
  ClusterReader,
  CommandProgress,
  CommandStart,
  CommandTransport,
  CredentialResult,
  Notifier,
  RequesterCredential,
} from "../../src/app/ports.ts";
import type { Services } from "../../src/app/services.ts";
import type { Answer, ClusterSummary } from "../../src/core/chat/answer.ts";
import { collected, type Section } from "../../src/core/diagnosis/section.ts";
import type { ClusterSnapshot, ManagedCluster, PermissionEntry } from "../../src/core/diagnosis/snapshot.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import type { Membership, Requester, SignInFailure } from "../../src/core/requester.ts";
import { createMemoryStore, type MemoryStore } from "./memory-store.ts";

/** What a test may change; everything else is one healthy cluster, and people who are signed in as themselves. */
export type World = {
  /** What the sign-in of everybody gives; null: they are signed in as themselves. */
  signIn: CredentialResult | null;
  /** Why Entra gives no token for Azure; null: it does. */
  exchange: SignInFailure | null;
  /** By object id; whoever is not listed is in no group. */
  memberships: Record<string, Membership>;
  clusters: Section<Readonly<{ clusters: readonly ClusterSummary[]; problem: string | null }>>;
  cluster: Section<ManagedCluster>;
  permissions: Section<readonly PermissionEntry[]>;
  snapshot: () => ClusterSnapshot;
  /** Called at the moment of sending. */
  start: () => CommandStart;
  /** Answers to one poll each; the last one repeats. */
  progress: (CommandProgress | Error)[];
  policy: Policy;
  /** What Teams does not take at the moment; `answers`: it takes all, and nobody hears of it; `closed`: for good. */
  teamsDown: "nothing" | "posts" | "edits" | "answers" | "closed";
};

export type Said = { to: string; id: string; answer: Answer; edited: number };
export type Sent = Readonly<{ commandLine: string; asRequester: boolean; by: string }>;

export type FakeServices = Readonly<{
  services: Services;
  memory: MemoryStore;
  world: World;
  /** Messages as they stand in Teams now. */
  said: Said[];
  /** Commands that were sent into the cluster. */
  sent: Sent[];
  /** Questions to Azure, by the reader's method. */
  azure: string[];
  /** ISO time of every poll. */
  polls: string[];
  mentions: string[];
  signInCards: string[];
  signedOut: string[];
  logged: Readonly<{ message: string; fields: Record<string, unknown> }>[];
}>;

type Records = Omit<FakeServices, "services" | "memory" | "world">;

export function fakeServices(world: World): FakeServices {
  const memory = createMemoryStore();
  const records: Records = {
    said: [],
    sent: [],
    azure: [],
    polls: [],
    mentions: [],
    signInCards: [],
    signedOut: [],
    logged: [],
  };
  const clock = fakeClock();
  const log = (message: string, fields: Record<string, unknown>) =>
    void records.logged.push({ message, fields });
  let ids = 0;
  const services: Services = {
    store: memory.store,
    notifier: notifierOf(world, records),
    places: {
      channelOf: (conversation) => ({ ...conversation, key: placeOf(conversation.key) }),
      threadOf: (conversation, id) => ({
        ...conversation,
        key: `${placeOf(conversation.key)};messageid=${id}`,
      }),
    },
    credentials: {
      forUser: async (_userId, expected) =>
        world.signIn ?? { ok: true, credential: credentialOf(world, expected) },
      signOut: async (userId) => void records.signedOut.push(userId),
    },
    directory: {
      membership: async (as) =>
        world.memberships[as.requester.objectId] ?? { status: "known", groupIds: [], source: "token" },
    },
    reader: readerOf(world, records),
    transport: transportOf(world, records, clock),
    clock,
    policy: () => world.policy,
    policyVersion: () => ({ version: "0123456789ab", others: [] }),
    log: { info: log, warn: log, error: log },
    newId: (prefix) => `${prefix}-${String(++ids).padStart(10, "0")}`,
    retention: { outputDays: 30, auditDays: 365 },
    personalChatUrl: "https://teams.microsoft.com/l/chat/0/0?users=28:bot",
  };
  return { services, memory, world, ...records };
}

/** Sleeping is what moves time. */
function fakeClock(): Clock {
  let time = Date.parse("2026-11-25T03:00:00Z");
  return {
    now: () => new Date(time),
    async sleep(milliseconds) {
      time += milliseconds;
    },
  };
}

const credentialOf = (world: World, requester: Requester): RequesterCredential => ({
  requester,
  tokenGroups: null,
  exchange: async () =>
    world.exchange
      ? { ok: false, failure: world.exchange }
      : { ok: true, token: "token", expiresOn: Number.MAX_SAFE_INTEGER },
});

function notifierOf(world: World, { said, mentions, signInCards }: Records): Notifier {
  return {
    async post(to, answer) {
      if (world.teamsDown === "posts") return null;
      const id = `m${said.length + 1}`;
      said.push({ to: to.key, id, answer, edited: 0 });
      return id;
    },
    async tryPost(to, answer) {
      if (world.teamsDown === "posts") return { status: "refused", code: "503", again: true };
      if (world.teamsDown === "closed") return { status: "refused", code: "403", again: false };
      const id = `m${said.length + 1}`;
      said.push({ to: to.key, id, answer, edited: 0 });
      return world.teamsDown === "answers" ? { status: "unknown" } : { status: "posted", messageId: id };
    },
    async edit(_to, messageId, answer) {
      const message = said.find(({ id }) => id === messageId);
      if (!message || world.teamsDown === "edits") return false;
      Object.assign(message, { answer, edited: message.edited + 1 });
      return true;
    },
    async mention(to, person, text) {
      mentions.push(`${person.displayName}: ${text} in ${to.key}`);
    },
    async askToSignIn(_to, asked) {
      signInCards.push(asked);
      return true;
    },
  };
}

function readerOf(world: World, { azure }: Records): ClusterReader {
  const asked = <T>(method: keyof ClusterReader, answer: () => T) => {
    azure.push(method);
    return answer();
  };
  return {
    list: async () => asked("list", () => world.clusters),
    read: async () => asked("read", () => world.cluster),
    permissions: async () => asked("permissions", () => world.permissions),
    collect: async () => asked("collect", () => world.snapshot()),
  };
}

function transportOf(world: World, { sent, polls }: Records, clock: Clock): CommandTransport {
  return {
    async start(as, _clusterId, commandLine, sendKubernetesToken) {
      sent.push({ commandLine, asRequester: sendKubernetesToken, by: as.requester.displayName });
      return world.start();
    },
    async progress() {
      polls.push(clock.now().toISOString());
      const next = world.progress.length > 1 ? world.progress.shift() : world.progress[0];
      if (next instanceof Error || next === undefined) throw next ?? new Error("no progress scripted");
      return next;
    },
  };
}

export const everyRight: Section<readonly PermissionEntry[]> = collected([
  { actions: ["*"], notActions: [], dataActions: [], notDataActions: [] },
]);
