// The outside of the use cases, hand-written: people, one cluster, and a transport that plays a given script.

import { deliver } from "../../src/app/delivery/deliver.ts";
import type { ArmWriter } from "../../src/app/ports/arm-writer.ts";
import type {
  ClusterList,
  ClusterReader,
  CommandProgress,
  CommandStart,
  CommandTransport,
  CredentialResult,
  ReaderCredential,
  RequesterCredential,
} from "../../src/app/ports/azure.ts";
import type { Files } from "../../src/app/ports/files.ts";
import type { Messenger, Showing } from "../../src/app/ports/outbox.ts";
import { type Clock, type Services, timeouts } from "../../src/app/ports/services.ts";
import type { Member } from "../../src/core/access/who-may.ts";
import { readSentFile } from "../../src/core/command/change/read-sent-file.ts";
import type { Answer, Unmasked } from "../../src/core/conversation/answer.ts";
import { placeOf } from "../../src/core/conversation/conversation-key.ts";
import type { DeliveryOutcome } from "../../src/core/delivery/message.ts";
import type { OnCallNow } from "../../src/core/on-call/on-call.ts";
import { readCalendar } from "../../src/core/on-call/read-calendar.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import { redactOutput } from "../../src/core/redact/redact.ts";
import type { Membership, Requester, SignInFailure } from "../../src/core/requester.ts";
import type { ConversationRef } from "../../src/core/run/run.ts";
import type { MaintenanceConfiguration, ManagedCluster } from "../../src/core/snapshot/cluster.ts";
import { nameOf } from "../../src/core/snapshot/resource-id.ts";
import {
  type ActivatableRole,
  type PermissionEntry,
  type RoleAssignment,
  roleKey,
} from "../../src/core/snapshot/rights.ts";
import { collected, type Listing, type Section } from "../../src/core/snapshot/section.ts";
import type { ClusterSnapshot } from "../../src/core/snapshot/snapshot.ts";
import { silent } from "../../src/telemetry/request-scope.ts";
import { answerInWords } from "../said.ts";
import { createMemoryStore, type MemoryStore } from "./memory-store.ts";
import { adele } from "./people.ts";

type Members = readonly (Member & Readonly<{ tenantId?: string }>)[] | null;

/** What a test may change; everything else is one healthy cluster, and people who are signed in as themselves. */
export type World = {
  /** What the sign-in of everybody gives; null: they are signed in as themselves. */
  signIn: CredentialResult | null;
  /** Object ids of people who have no sign-in. */
  signedOut?: ReadonlySet<string>;
  /** Why Entra gives no token for Azure; null: it does. */
  exchange: SignInFailure | null;
  /** By object id; whoever is not listed is in no group. */
  memberships: Record<string, Membership>;
  clusters: Section<ClusterList>;
  cluster: Section<ManagedCluster>;
  planned?: Listing<MaintenanceConfiguration>;
  permissions: Section<readonly PermissionEntry[]>;
  /** By object id, of those whose rights in Azure are others. */
  permissionsOf?: Readonly<Record<string, Section<readonly PermissionEntry[]>>>;
  snapshot: () => ClusterSnapshot;
  /** Who is in every conversation, or by its place; null where Teams does not say. */
  /** `tenantId`: of a guest. */
  members: Members | ((place: string) => Members);
  /** By the name that a scope ends with; null where it may not be read. */
  assignments: Readonly<Record<string, readonly RoleAssignment[] | null>>;
  /** The bot's own; left out: there is none. */
  readOnlyIdentity?: ReaderCredential | null;
  /** Roles that somebody could activate, by their object id. */
  activatable?: Readonly<Record<string, readonly ActivatableRole[]>>;
  /** What each role allows, by the name that its id ends with. */
  roles: Readonly<Record<string, readonly PermissionEntry[]>>;
  /** Members and name of each group; whoever is not listed may not be read. */
  groups: Readonly<Record<string, Readonly<{ members: readonly string[]; name: string | null }>>>;
  /** Who is on call, by the name of the schedule; nobody where nothing is said. */
  onCall?: Readonly<Record<string, OnCallNow>>;
  /** What a command prints, by its line; left out: what `start` and `progress` say. */
  printed?: (commandLine: string) => string;
  /** How Azure takes the writes of a fix; left out: none may be made. */
  armWriter?: Partial<ArmWriter>;
  /** Called at the moment of sending. */
  start: () => CommandStart;
  /** Answers to one poll each; the last one repeats. */
  progress: (CommandProgress | Error)[];
  policy: Policy;
  /** What OneDrive says to a file. */
  upload: Awaited<ReturnType<Files["put"]>>;
  /** What is got of a file that somebody sent. */
  download: Awaited<ReturnType<Files["get"]>>;
  /**
   * What Teams does not take at the moment; `answers`: it takes all, and nobody hears of it; `closed`: nothing, for
   * good, but in personal chats; `tooLarge`: no card but a short one.
   */
  teamsDown: "nothing" | "posts" | "edits" | "answers" | "closed" | "tooLarge";
};

export type Said = {
  to: string;
  id: string;
  answer: Answer;
  /** What it showed before. */
  was: readonly Answer[];
  edited: number;
  short: boolean;
  elsewhere: boolean;
};
export type Sent = Readonly<{
  commandLine: string;
  asRequester: boolean;
  by: string;
  file?: Readonly<{ name: string; text: string }>;
}>;

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
  /** Outputs as they are, each call that posted one. */
  unmasked: Readonly<{ to: string; output: Unmasked }>[];
  signInCards: string[];
  /** Teams' own cards about files. */
  files: Readonly<{ to: string; id: string; shown: Extract<Showing, { show: "offerFile" | "file" }> }>[];
  /** What was put where Teams said. */
  put: Readonly<{ url: string; text: string }>[];
  /** Conversations in which it was shown that something is being written. */
  typing: string[];
  signedOut: string[];
  logged: Readonly<{ message: string; fields: Record<string, unknown> }>[];
}>;

type Records = Omit<FakeServices, "services" | "memory" | "world">;

export function fakeServices(world: World): FakeServices {
  const { clock, later } = fakeTime();
  const memory = createMemoryStore(clock.now);
  const records: Records = {
    said: [],
    sent: [],
    azure: [],
    polls: [],
    mentions: [],
    unmasked: [],
    signInCards: [],
    typing: [],
    files: [],
    put: [],
    signedOut: [],
    logged: [],
  };
  const log = (message: string, fields: Record<string, unknown>) =>
    void records.logged.push({ message, fields });
  let ids = 0;
  const services: Services = {
    store: memory.store,
    messenger: messengerOf(world, records, memory),
    places: {
      channelOf: (conversation) => ({ ...conversation, key: placeOf(conversation.key) }),
      threadOf: (conversation, id) => ({
        ...conversation,
        key: `${placeOf(conversation.key)};messageid=${id}`,
      }),
    },
    credentials: {
      forUser: async (_userId, expected) =>
        world.signedOut?.has(expected.objectId)
          ? { ok: false, failure: { code: "signInNeeded", why: "notSignedIn" } }
          : (world.signIn ?? { ok: true, credential: credentialOf(world, expected) }),
      hold: async (_userId, expected) => ({ ok: true, credential: credentialOf(world, expected) }),
      signOut: async (userId) => void records.signedOut.push(userId),
    },
    readOnlyIdentity: world.readOnlyIdentity ?? null,
    directory: {
      membership: async (as) =>
        world.memberships[as.requester.objectId] ?? { status: "known", groupIds: [], source: "token" },
    },
    reader: readerOf(world, records),
    ...whoMayOf(world),
    onCall: {
      now: async ({ name }) => world.onCall?.[name] ?? { ok: true, people: [], until: null },
    },
    textWork: {
      redact: async (output, request) => ({ ok: true, redacted: redactOutput(output, request) }),
      readFile: async (given) => ({ ok: true, read: readSentFile(given) }),
      readCalendar: async (asked) => ({ ok: true, read: readCalendar(asked) }),
    },
    transport: transportOf(world, records, clock),
    armWriter: {
      preview: async () => ({
        ok: false,
        failure: { status: 403, code: "AuthorizationFailed", message: "" },
      }),
      apply: async () => ({
        status: "refused",
        failure: { status: 403, code: "AuthorizationFailed", message: "" },
      }),
      look: async () => ({ status: "cannotTell" }),
      ...world.armWriter,
    },
    files: {
      possible: true,
      isTrusted: (url) => url.startsWith("https://contoso-my.sharepoint.com/"),
      get: async () => world.download,
      put: async (url, content) => {
        const text = typeof content === "string" ? content : new TextDecoder().decode(content);
        records.put.push({ url, text });
        return world.upload;
      },
    },
    reports: {
      write: async ({ now, entries }, format) =>
        new TextEncoder().encode(
          `${format} ${now.incident.id}: ${entries.map(({ event }) => event.is).join(" ")}`,
        ),
    },
    clock,
    later,
    policy: () => world.policy,
    policyVersion: () => ({ version: "0123456789ab", others: [] }),
    log: { info: log, warn: log, error: log },
    telemetry: silent,
    timeouts,
    chance: () => 0.5,
    newId: (prefix) => `${prefix}-${String(++ids).padStart(10, "0")}`,
    retention: { outputDays: 30, auditDays: 365 },
    docsUrl: "",
    joinHours: 3,
    operatorsChannel: "19:ops@thread.tacv2",
    challengePage: null,
    personalChatUrl: "https://teams.microsoft.com/l/chat/0/0?users=28:bot",
  };
  memory.outbox.onDelivery((delivery) => deliver(services, delivery));
  return { services, memory, world, ...records };
}

/** Of everybody who is in a channel. */
const { tenantId } = adele;

const whoMayOf = (world: World): Pick<Services, "roleReader" | "groups" | "roster"> => ({
  roleReader: {
    assignments: async (_as, scope) => world.assignments[nameOf(scope)] ?? null,
    activatable: async ({ requester }) => world.activatable?.[requester.objectId] ?? [],
    roles: async (_as, _scope, ids) =>
      new Map(
        ids.flatMap((id) => (world.roles[nameOf(id)] ? [[roleKey(id), world.roles[nameOf(id)] ?? []]] : [])),
      ),
  },
  groups: {
    members: async (_as, id) => world.groups[id]?.members ?? null,
    name: async (_as, id) => world.groups[id]?.name ?? null,
  },
  roster: {
    addressed: async ({ key }) =>
      (typeof world.members === "function" ? world.members(placeOf(key)) : world.members)?.map((member) => ({
        ...{ member, addresses: [`${member.name.split(" ")[0]}@contoso.example`] },
        tenantId: member.tenantId ?? tenantId,
      })) ?? null,
    named: async () => ({ is: "channel", team: "Platform", channel: "incidents", isGeneral: false }),
    members: async ({ key }) =>
      typeof world.members === "function" ? world.members(placeOf(key)) : world.members,
  },
});

/** Sleeping is what moves time, and what was put off until then is done on the way. */
function fakeTime(): Pick<Services, "clock" | "later"> {
  let time = Date.parse("2026-11-25T03:00:00Z");
  const due = new Map<object, Readonly<{ at: number; act: () => void }>>();
  return {
    clock: {
      now: () => new Date(time),
      async sleep(milliseconds) {
        const end = time + milliseconds;
        for (const [one, { at, act }] of [...due].sort(([, a], [, b]) => a.at - b.at)) {
          if (at > end || !due.delete(one)) continue;
          time = at;
          act();
          await new Promise((resolve) => setImmediate(resolve));
        }
        time = end;
      },
    },
    later: (milliseconds, act) => {
      const one = {};
      due.set(one, { at: time + milliseconds, act });
      return () => void due.delete(one);
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

/** What stands in Teams is words. */
const read = (answer: Answer): Answer => answerInWords(answer) as Answer;

function messengerOf(
  world: World,
  { said, mentions, unmasked, signInCards, typing, files }: Records,
  memory: MemoryStore,
): Messenger {
  const refused = (code: string, again: boolean): DeliveryOutcome => ({ status: "refused", code, again });
  const refusal = (to: ConversationRef, short: boolean): DeliveryOutcome | null => {
    if (world.teamsDown === "closed" && !to.personal) return refused("403", false);
    return world.teamsDown === "tooLarge" && !short ? refused("413", false) : null;
  };
  return {
    async post(to, showing, short) {
      if (world.teamsDown === "posts") return refused("503", true);
      const no = refusal(to, short);
      if (no) return no;
      const id = `m${said.length + unmasked.length + files.length + 1}`;
      if (showing.show === "mention")
        mentions.push(`${showing.requester.displayName}: ${showing.text} in ${to.key}`);
      else if (showing.show === "signIn") signInCards.push(showing.asked);
      else if (showing.show === "offerFile" || showing.show === "file")
        files.push({ to: to.key, id, shown: showing });
      else if (showing.answer.kind === "unmasked") unmasked.push({ to: to.key, output: showing.answer });
      else
        said.push({
          to: to.key,
          id,
          answer: read(showing.answer),
          was: [],
          edited: 0,
          short,
          elsewhere: showing.elsewhere,
        });
      return world.teamsDown === "answers" ? { status: "unknown" } : { status: "shown", messageId: id };
    },
    async edit(to, messageId, showing, short) {
      const offered = files.findIndex(({ id }) => id === messageId);
      if (offered !== -1) {
        const [card] = files.splice(offered, 1);
        if (card && showing.show === "file") files.push({ ...card, shown: showing });
        else if (showing.show === "answer" && showing.answer.kind !== "unmasked")
          said.push({
            ...{ to: to.key, id: messageId, answer: read(showing.answer), was: [] },
            ...{ edited: 1, short, elsewhere: false },
          });
        return { status: "shown", messageId };
      }
      const message = said.find(({ id }) => id === messageId);
      if (!message || world.teamsDown === "edits") return refused("404", false);
      const no = refusal(to, short);
      if (no) return no;
      if (showing.show === "answer" && showing.answer.kind !== "unmasked")
        Object.assign(message, {
          answer: read(showing.answer),
          was: [...message.was, message.answer],
          edited: message.edited + 1,
          short,
        });
      return { status: "shown", messageId };
    },
    typing: async (to) => void typing.push(to.key),
    answers: async () => world.teamsDown !== "posts",
    personalChat: async (of) =>
      (await memory.store.personalConversation(of.userId)) ?? {
        ...of,
        key: `opened|${of.userId}`,
        personal: true,
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
    planned: async () => asked("planned", () => world.planned ?? { items: [], missing: [] }),
    permissions: async ({ requester }) =>
      asked("permissions", () => world.permissionsOf?.[requester.objectId] ?? world.permissions),
    collect: async () => asked("collect", () => world.snapshot()),
  };
}

function transportOf(world: World, { sent, polls }: Records, clock: Clock): CommandTransport {
  return {
    async start(as, _clusterId, { line: commandLine, file }, sendKubernetesToken, whyNotNow) {
      const failure = await whyNotNow();
      if (failure !== null) return { status: "withheld", failure };
      const by = as.requester.displayName;
      sent.push({ commandLine, asRequester: sendKubernetesToken, by, ...(file && { file }) });
      const started = world.start();
      if (world.printed === undefined || started.status !== "accepted") return started;
      return { ...started, operationId: `sent-${sent.length}` };
    },
    async progress(_as, _clusterId, operationId) {
      polls.push(clock.now().toISOString());
      const own = sent[Number(/^sent-(\d+)$/.exec(operationId)?.[1]) - 1];
      if (own !== undefined && world.printed !== undefined) {
        const output = world.printed(own.commandLine);
        return {
          status: "finished",
          result: { exitCode: 0, output, truncated: false, masked: 0, operationId },
        };
      }
      const next = world.progress.length > 1 ? world.progress.shift() : world.progress[0];
      if (next instanceof Error || next === undefined) throw next ?? new Error("no progress scripted");
      return next;
    },
  };
}

export const everyRight: Section<readonly PermissionEntry[]> = collected([
  { actions: ["*"], notActions: [], dataActions: [], notDataActions: [] },
]);
