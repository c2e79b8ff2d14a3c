// The outside of the use cases, hand-written: one person, one cluster, and a transport that plays a given script.
import type {
  CommandProgress,
  CommandStart,
  CredentialResult,
  Notifier,
  RequesterCredential,
} from "../../src/app/ports.ts";
import type { Asker, Services } from "../../src/app/services.ts";
import type { Answer } from "../../src/core/chat/answer.ts";
import { collected, type Section, unavailable } from "../../src/core/diagnosis/section.ts";
import type { ClusterSnapshot, ManagedCluster, PermissionEntry } from "../../src/core/diagnosis/snapshot.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import type { Membership, Requester } from "../../src/core/requester.ts";
import type { ConversationRef } from "../../src/core/run/run.ts";
import { createMemoryStore, type MemoryStore } from "./memory-store.ts";

export const requester: Requester = {
  objectId: "1c5e7a92-3b60-4d8f-a417-9e02c6f8b35d",
  tenantId: "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7",
  displayName: "Alex Wilber",
};

export const thread: ConversationRef = {
  key: "19:incidents@thread.tacv2;messageid=1",
  userId: "29:alex",
  personal: false,
};
export const personal: ConversationRef = { key: "a:alex", userId: "29:alex", personal: true };
export const asker: Asker = { userId: "29:alex", requester, conversation: thread };

export const credential: RequesterCredential = {
  requester,
  tokenGroups: null,
  exchange: async () => ({ ok: true, token: "token", expiresOn: Number.MAX_SAFE_INTEGER }),
};

export type Said = { to: string; id: string; answer: Answer; edited: boolean };

/** What a test may change; everything else is a healthy cluster and a person who may do everything. */
export type World = {
  signIn: CredentialResult;
  membership: Membership;
  cluster: Section<ManagedCluster>;
  permissions: Section<readonly PermissionEntry[]>;
  snapshot: () => ClusterSnapshot;
  start: CommandStart;
  /** Answers to one poll each; the last one repeats. */
  progress: CommandProgress[];
  policy: Policy;
  teamsDown: boolean;
};

export type FakeServices = {
  services: Services;
  memory: MemoryStore;
  world: World;
  said: Said[];
  /** Command lines that were sent into the cluster. */
  sent: string[];
  mentions: string[];
  signInCards: string[];
  signedOut: string[];
};

const owner: PermissionEntry = { actions: ["*"], notActions: [], dataActions: [], notDataActions: [] };

export function fakeServices(cluster: ManagedCluster, policy: Policy, membership: Membership): FakeServices {
  const world: World = {
    signIn: { ok: true, credential },
    membership,
    cluster: collected(cluster),
    permissions: collected([owner]),
    snapshot: () => {
      throw new Error("this test has no snapshot");
    },
    start: { status: "accepted", operationId: "op1" },
    progress: [
      {
        status: "finished",
        result: {
          exitCode: 0,
          output: "NAME  READY\napi   1/1",
          truncated: false,
          masked: 0,
          operationId: "op1",
        },
      },
    ],
    policy,
    teamsDown: false,
  };
  const memory = createMemoryStore();
  const said: Said[] = [];
  const sent: string[] = [];
  const mentions: string[] = [];
  const signInCards: string[] = [];
  const signedOut: string[] = [];
  let time = Date.parse("2026-11-25T03:00:00Z");
  let ids = 0;
  const notifier: Notifier = {
    async post(to, answer) {
      if (world.teamsDown) return null;
      const id = `m${said.length + 1}`;
      said.push({ to: to.key, id, answer, edited: false });
      return id;
    },
    async edit(_to, messageId, answer) {
      const message = said.find(({ id }) => id === messageId);
      if (!message || world.teamsDown) return false;
      Object.assign(message, { answer, edited: true });
      return true;
    },
    async mention(_to, person) {
      mentions.push(person.displayName);
    },
    async askToSignIn(_to, asked) {
      signInCards.push(asked);
      return true;
    },
  };
  const services: Services = {
    store: memory.store,
    notifier,
    credentials: {
      forUser: async () => world.signIn,
      signOut: async (userId) => void signedOut.push(userId),
    },
    directory: { membership: async () => world.membership },
    reader: {
      list: async () =>
        world.cluster.status === "collected"
          ? collected({ clusters: [{ ...cluster, private: true }], problem: null })
          : unavailable("failed", "The clusters could not be listed."),
      read: async () => world.cluster,
      permissions: async () => world.permissions,
      collect: async () => world.snapshot(),
    },
    transport: {
      async start(_as, _clusterId, commandLine) {
        sent.push(commandLine);
        return world.start;
      },
      async progress() {
        const next = world.progress.length > 1 ? world.progress.shift() : world.progress[0];
        if (!next) throw new Error("no progress scripted");
        return next;
      },
    },
    clock: {
      now: () => new Date(time),
      async sleep(milliseconds) {
        time += milliseconds;
      },
    },
    policy: () => world.policy,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    newId: (prefix) => `${prefix}-${String(++ids).padStart(10, "0")}`,
    personalChatUrl: "https://teams.microsoft.com/l/chat/0/0?users=28:bot",
  };
  return { services, memory, world, said, sent, mentions, signInCards, signedOut };
}
