// What each gate of the table of moments asks, and of whom. Everything is asked anew for every decision.
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import { type Action, azureActionsFor, mayAnywhere } from "../../core/authorization/action.ts";
import type { Gate } from "../../core/authorization/moments.ts";
import type { Allowed, AuthorizationRefusal } from "../../core/authorization/refusal.ts";
import { mayBeRunAs } from "../../core/change/agreed-task.ts";
import { isSamePerson } from "../../core/change/decide.ts";
import type { ClusterRef } from "../../core/cluster-name.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import { type Activity, type ModeForbids, type ModeInForce, whyModeForbids } from "../../core/mode.ts";
import { authorizeByPolicy, readerDecision } from "../../core/policy/authorize.ts";
import type { Approval, Decision, PolicyAction } from "../../core/policy/decision.ts";
import { type MayApprove, mayApprove, whyNoOperator } from "../../core/policy/may-approve.ts";
import type { Membership, Requester } from "../../core/requester.ts";
import type { WhyNoRunner } from "../../core/run/failure.ts";
import type { Run } from "../../core/run/run.ts";
import { isAllowed } from "../../core/snapshot/rights.ts";
import type { CredentialResult, ReaderCredential, RequesterCredential } from "../ports/azure.ts";
import { modeAfterAll } from "../ports/mode-in-force.ts";
import type { Services } from "../ports/services.ts";
import {
  circumstancesOf,
  membershipOf,
  neededFor,
  roleToActivate,
  withTags,
  writeRights,
} from "./lookups.ts";

/** Somebody whose sign-in is looked for, or who is signed in. */
export type Who = Readonly<{ userId: string; requester: Requester }> | RequesterCredential;

/** What a gate has to know besides. What is left out opens nothing. */
export type About = Readonly<{
  /** The run that it is about. */
  run?: Run;
  /** They may know of the run. */
  isKnown?: boolean;
  /** Nobody else is shown what comes of it. */
  isAlone?: boolean;
  /** Who has to agree. `escalated`: those who come second were asked, too. */
  approval?: Readonly<{ by: Approval; escalated: boolean }>;
  /** What its audit entry is called and says, where the moment leaves that to its use case. */
  record?: Pick<AuditEntry, "action" | "detail">;
}>;

/** What has been found out by the gates before. */
export type Learned = Readonly<{
  credential: RequesterCredential | null;
  decision: Allowed | null;
  rule: string | null;
}>;

export type Asking = Readonly<{
  services: Services;
  who: Who;
  action: Action;
  about: About;
  /** What the mode has to let through. */
  activity: Activity;
  lookups: Lookups;
}>;

/** What a gate adds to what is known, or why nobody gets through. */
type Passed = Readonly<Partial<Learned> & { refusal?: AuthorizationRefusal }>;

export type Lookups = Readonly<{
  signIn: () => Promise<CredentialResult>;
  mode: () => Promise<ModeInForce | null>;
  membership: (as: RequesterCredential) => Promise<Membership>;
  policy: (as: RequesterCredential, cluster: ClusterRef) => Promise<(action: PolicyAction) => Decision>;
}>;

/** Each of them is asked once, however many actions are decided on together. */
export function lookUp(services: Services, who: Who): Lookups {
  const ofCluster = new Map<string, ReturnType<Lookups["policy"]>>();
  const signedIn = once(
    (): Promise<CredentialResult> =>
      "exchange" in who
        ? Promise.resolve({ ok: true, credential: who })
        : services.credentials.forUser(who.userId, who.requester),
  );
  const membership = once((as: RequesterCredential) => membershipOf(services, as));
  return {
    signIn: signedIn,
    mode: once(() => modeAfterAll(services)),
    membership,
    policy: (as, cluster) => {
      const key = `${cluster.id} ${cluster.name}`;
      const known = ofCluster.get(key) ?? policyOn(services, as, cluster, membership(as));
      ofCluster.set(key, known);
      return known;
    },
  };
}

function once<Given extends readonly unknown[], Found>(
  ask: (...given: Given) => Promise<Found>,
): (...given: Given) => Promise<Found> {
  let asked: Promise<Found> | undefined;
  return (...given) => {
    asked ??= ask(...given);
    return asked;
  };
}

/** The policy's word for anything about one cluster. */
async function policyOn(
  services: Services,
  as: RequesterCredential,
  cluster: ClusterRef,
  asked: Promise<Membership>,
): Promise<(action: PolicyAction) => Decision> {
  const [membership, circumstances, known] = await Promise.all([
    asked,
    circumstancesOf(services, cluster),
    withTags(services, as, cluster),
  ]);
  return (action) =>
    authorizeByPolicy(services.policy(), membership, { ...action, cluster: known }, circumstances);
}

async function askSignIn({ lookups }: Asking): Promise<Passed> {
  const signedIn = await lookups.signIn();
  return signedIn.ok
    ? { credential: signedIn.credential }
    : { refusal: { kind: "signIn", failure: signedIn.failure } };
}

type Ask = (asking: Asking, learned: Learned) => Promise<Passed> | Passed;

/** As whoever is signed in; nobody else gets through it, wherever it stands in a row. */
const signedIn =
  (ask: (asking: Asking, as: RequesterCredential, learned: Learned) => Promise<Passed> | Passed): Ask =>
  async (asking, learned) => {
    const found = learned.credential === null ? await askSignIn(asking) : learned;
    const { credential } = found;
    if (!credential) return found;
    return { credential, ...(await ask(asking, credential, learned)) };
  };

const opens: Passed = {};
const unless = (refusal: AuthorizationRefusal | null): Passed => (refusal === null ? opens : { refusal });

const decided = (decision: Decision): Passed =>
  decision.effect === "allow"
    ? { decision, rule: decision.rule }
    : { rule: decision.rule, refusal: { kind: "policy", decision } };

/** No rule speaks of what is done with no cluster. */
async function askPolicy({ action, lookups }: Asking, as: RequesterCredential): Promise<Passed> {
  if (!("cluster" in action)) return { refusal: { kind: "byFile" } };
  const decide = await lookups.policy(as, action.cluster);
  return decided(decide(action));
}

/** Why the mode in force does not let this through; somebody who is not signed in is not told who set it, and why. */
async function whyClosed(
  lookups: Lookups,
  activity: Activity,
  isSignedIn: boolean,
): Promise<ModeForbids | null> {
  const reason = whyModeForbids(await lookups.mode(), activity);
  if (reason?.is !== "modeForbids" || isSignedIn || (await lookups.signIn()).ok) return reason;
  return { is: "modeCloses", mode: reason.mode };
}

/** The same before anything else is known of somebody. */
export const whyClosedTo = (services: Services, who: Who, activity: Activity): Promise<ModeForbids | null> =>
  whyClosed(lookUp(services, who), activity, false);

/** Asked at every look and never remembered: a right that was taken away is gone at the next press. */
async function whyAzureForbids(
  { services, action }: Asking,
  as: RequesterCredential,
): Promise<Notice | null> {
  if (!("cluster" in action)) return null;
  const { id, name } = action.cluster;
  const permissions = await services.reader.permissions(as, id);
  if (permissions.status === "unavailable") return { is: "azureUnknown", said: permissions.message };
  const missing = azureActionsFor(action).find((needed) => !isAllowed(permissions.data, needed));
  return missing === undefined ? null : { is: "azureForbids", action: missing, cluster: name };
}

/** Nobody agrees to what they asked for themselves, nor where nobody else has to. */
function whyTheirOwn({ who, about: { run, approval } }: Asking): Notice | null {
  if (run === undefined || isSamePerson(run.requester, who.requester)) return notice("ownRequest");
  return approval?.by.by === "others" ? null : notice("notYourRequest");
}

/** Somebody's rights are used only where it is known that they may: for what could not be read, nothing is sent. */
async function whyNoRunner(asking: Asking, as: RequesterCredential): Promise<WhyNoRunner | null> {
  const { services, about, action, lookups } = asking;
  const task = about.run?.task;
  if (!task || !mayBeRunAs(task) || !("cluster" in action))
    throw new Error("only a fix, or a change that a diagnosis proposed, is done as an approver");
  // No rule has to let them ask for it, since somebody else did. One that closes it to them does so here, too.
  const decision = (await lookups.policy(as, action.cluster))(action);
  if (decision.effect === "deny" && decision.rule !== null)
    return { is: "runnerDenied", rule: decision.rule };
  const rights = await writeRights(services, as, neededFor(task, action.cluster));
  if (rights.is === "held") return null;
  if (rights.is === "unread") return { is: "runnerUnknown", said: rights.said };
  const activate = await roleToActivate(services, as, about.run ?? { id: "" }, rights.needs);
  return { is: "runnerLacks", ...rights.needs, ...(activate && { activate }) };
}

function whyNoApprover(may: MayApprove): Notice | null {
  switch (may.is) {
    case "yes":
      return null;
    case "inNoneOf":
      return { is: "notApprover", groups: may.groups };
    case "requesterAlone":
      return notice("notYourRequest");
    case "membershipUnknown":
      return may;
  }
}

export const gates: Readonly<Record<Gate, Ask>> = {
  known: ({ about }) => unless(about.isKnown === true ? null : { kind: "known" }),
  signIn: signedIn(() => opens),
  mode: async ({ lookups, activity }, { credential }) => {
    const reason = await whyClosed(lookups, activity, credential !== null);
    return unless(reason && { kind: "mode", reason });
  },
  policy: signedIn(askPolicy),
  anywhere: signedIn(async (asking, as) => {
    const { services, action, lookups } = asking;
    const isSomewhere = mayAnywhere(services.policy(), await lookups.membership(as), action);
    return isSomewhere ? opens : askPolicy(asking, as);
  }),
  byFile: signedIn(async ({ services, action, lookups }, as) => {
    const may = mayAnywhere(services.policy(), await lookups.membership(as), action);
    return unless(may ? null : { kind: "byFile" });
  }),
  shown: ({ about }, { decision }) =>
    unless(decision?.show === "thread" || about.isAlone === true ? null : { kind: "shown" }),
  unmasked: (_, { decision }) => unless(decision?.unmasked === true ? null : { kind: "unmasked" }),
  azure: signedIn(async (asking, as) => {
    const reason = await whyAzureForbids(asking, as);
    return unless(reason && { kind: "azure", reason });
  }),
  others: (asking) => {
    const reason = whyTheirOwn(asking);
    return unless(reason && { kind: "others", reason });
  },
  approver: signedIn(async ({ services, about: { approval }, lookups }, as) => {
    if (approval === undefined) return { refusal: { kind: "approver", reason: notice("notYourRequest") } };
    const may = mayApprove(services.policy(), await lookups.membership(as), approval.by, approval.escalated);
    const reason = whyNoApprover(may);
    return unless(reason && { kind: "approver", reason });
  }),
  runner: signedIn(async (asking, as) => {
    const reason = await whyNoRunner(asking, as);
    return unless(reason && { kind: "runner", reason });
  }),
  operator: signedIn(async ({ services, lookups }, as) => {
    const reason = whyNoOperator(services.policy(), await lookups.membership(as));
    return unless(reason && { kind: "operator", reason });
  }),
};

// The bot's own read-only identity is no person: mode and policy are all that is asked for it.

type ReaderRight = Readonly<{ ok: true; decision: Allowed } | { ok: false; mode: ModeForbids | null }>;

/** Mode first, as for a person. `mode`: null where it is the policy that says no. */
export async function readerRight(
  services: Services,
  as: ReaderCredential,
  cluster: ClusterRef,
): Promise<ReaderRight> {
  const mode = whyModeForbids(await modeAfterAll(services), "read");
  if (mode !== null) return { ok: false, mode };
  const [circumstances, known] = await Promise.all([
    circumstancesOf(services, cluster),
    withTags(services, as, cluster),
  ]);
  const decision = readerDecision(services.policy(), known, circumstances);
  return decision === null ? { ok: false, mode: null } : { ok: true, decision };
}
