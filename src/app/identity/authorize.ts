// The one door for rights: whether this person may do this at this moment. What is asked, in which order, and what the audit
// trail keeps of it stands in the table of moments; this asks it, and what is asked of several actions is looked up once.
import { type AuditEntry, whatIsRead } from "../../core/audit/audit-event.ts";
import { type Action, actionOf, activityOf } from "../../core/authorization/action.ts";
import { laterDenialOf, recordOf } from "../../core/authorization/decision-record.ts";
import { type Moment, type moments, rowOf } from "../../core/authorization/moments.ts";
import {
  type Allowed,
  type AuthorizationRefusal,
  answerTo,
  noteTo,
  type RefusalAt,
} from "../../core/authorization/refusal.ts";
import { isSamePerson } from "../../core/change/decide.ts";
import { type ClusterRef, writtenCluster } from "../../core/cluster-name.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import type { Notice } from "../../core/conversation/notice.ts";
import type { PolicyAction } from "../../core/policy/decision.ts";
import { redact } from "../../core/redact/redact.ts";
import type { ReaderIdentity, Requester } from "../../core/requester.ts";
import type { Run } from "../../core/run/run.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Clock, ConversationContext, Services, SignedInRequest } from "../ports/services.ts";
import { type About, type Asking, gates, type Learned, type Lookups, lookUp, type Who } from "./gates.ts";

// One audit entry with its fixed fields filled in.

type Facts = Pick<AuditEntry, "action" | "outcome"> &
  Partial<Pick<AuditEntry, "cluster" | "runId" | "rule" | "detail">>;

/** Which policy decided, so that an entry can be judged later: replicas may differ for a moment. */
export const byPolicy = ({ policyVersion }: Pick<Services, "policyVersion">): AuditEntry["detail"] => ({
  policy: policyVersion().version,
});

/** What is done by no person says so. */
export const auditEntry = (
  clock: Clock,
  { objectId, tenantId, isReader }: Requester | ReaderIdentity,
  { detail, ...facts }: Facts,
): AuditEntry => ({
  time: clock.now().toISOString(),
  actor: objectId,
  tenant: tenantId,
  cluster: null,
  runId: null,
  rule: null,
  ...facts,
  detail: { ...(isReader && { readOnlyIdentity: true }), ...detail },
});

type Gates<M extends Moment> = (typeof moments)[M]["gates"][number];
type Recording<M extends Moment> = (typeof moments)[M]["record"];
type ActionAt<M extends Moment> = M extends "operate" | "oversee" | "attach" ? Action : PolicyAction;

/** What is known of somebody who may. `entry`: to be written where the moment leaves that to whoever acts on it. */
type Granted<M extends Moment> = Readonly<{
  ok: true;
  credential: RequesterCredential;
  decision: "policy" extends Gates<M> ? Allowed : null;
  rule: "policy" extends Gates<M> ? string : string | null;
  entry: Recording<M> extends Readonly<{ allowed: string }> ? AuditEntry : null;
}>;
type Refused<M extends Moment> = Readonly<{
  ok: false;
  refusal: RefusalAt<M>;
  rule: string | null;
  entry: AuditEntry | null;
}>;
export type Right<M extends Moment> = Granted<M> | Refused<M>;

export async function authorize<M extends Moment>(
  services: Services,
  who: Who,
  action: ActionAt<M>,
  moment: M,
  about: About = {},
): Promise<Right<M>> {
  const right = await pass(services, who, action, moment, about, lookUp(services, who));
  return right as Right<M>;
}

/** The same of several at once. */
export async function authorizeEach<M extends Moment>(
  services: Services,
  who: Who,
  actions: readonly ActionAt<M>[],
  moment: M,
  about: About = {},
): Promise<readonly Right<M>[]> {
  const lookups = lookUp(services, who);
  return Promise.all(
    actions.map(async (action) => (await pass(services, who, action, moment, about, lookups)) as Right<M>),
  );
}

type AnyRight = Readonly<
  | {
      ok: true;
      credential: RequesterCredential;
      decision: Allowed | null;
      rule: string | null;
      entry: AuditEntry | null;
    }
  | { ok: false; refusal: AuthorizationRefusal; rule: string | null; entry: AuditEntry | null }
>;

async function pass(
  services: Services,
  who: Who,
  action: Action,
  moment: Moment,
  about: About,
  lookups: Lookups,
): Promise<AnyRight> {
  const { gates: asked, activity = activityOf(action), record } = rowOf(moment);
  const asking: Asking = { services, who, action, about, activity, lookups };
  let learned: Learned = {
    credential: "exchange" in who ? who : null,
    decision: null,
    rule: record?.ofRun ? (about.run?.rule ?? null) : null,
  };
  for (const gate of asked) {
    const { refusal, ...found } = await gates[gate](asking, learned);
    learned = { ...learned, ...found };
    if (refusal === undefined) continue;
    const entry = entryOf(asking, moment, learned.rule, refusal);
    if (entry !== null && record?.written !== "none") await services.store.appendAudit(entry);
    return { ok: false, refusal, rule: learned.rule, entry };
  }
  const { credential, decision, rule } = learned;
  // Every row asks for the sign-in.
  if (credential === null) throw new Error(`nobody is known to be signed in: ${moment}`);
  await nameKept(services, credential.requester);
  const entry = entryOf(asking, moment, rule, null);
  if (entry !== null && record?.written === "both") await services.store.appendAudit(entry);
  return { ok: true, credential, decision, rule, entry };
}

/** What a story names somebody by is no reason to refuse them anything. */
const nameKept = ({ store, log }: Services, requester: Requester): Promise<void> =>
  store
    .rememberName(requester)
    .catch((error: unknown) => log.warn("a name was not kept", { error: redact(String(error)).text }));

function entryOf(
  { services, who, action, about }: Asking,
  moment: Moment,
  rule: string | null,
  refusal: AuthorizationRefusal | null,
): AuditEntry | null {
  const policy = services.policyVersion().version;
  const deciding = { action, moment, rule, policy, runId: about.run?.id ?? null, given: about.record };
  const recorded = recordOf(deciding, refusal);
  return recorded && auditEntry(services.clock, who.requester, recorded);
}

/** It was allowed, and turned out to be impossible for another reason, which is a decision too: `why` says which. */
export const recordLaterDenial = (
  services: Services,
  { requester }: RequesterCredential,
  action: Action,
  rule: string | null,
  why: AuditEntry["detail"],
): Promise<void> => {
  const policy = services.policyVersion().version;
  return services.store.appendAudit(
    auditEntry(services.clock, requester, laterDenialOf(action, { rule, policy }, why)),
  );
};

// Something that is asked for in words: our policy speaks before Azure does. Whoever it allows nothing is told so, and learns
// nothing of Azure.

/** One thing that somebody asks of a cluster. */
export type AccessRequest = Readonly<{
  /** The cluster as it was written; null for the one that was last spoken of. */
  written: string | null;
  action: (cluster: ClusterRef) => PolicyAction;
}>;

type Authorized = Readonly<{ ok: true; decision: Allowed } | { ok: false; answer: Answer }>;

/** An allowed action is recorded with what it starts, in one transaction. `release`: it ends what goes on. */
export async function authorizeRequest(
  { services, credential, asked }: SignedInRequest,
  action: PolicyAction,
  moment: "request" | "release" = "request",
): Promise<Authorized> {
  const right = await authorize(services, credential, action, moment);
  if (right.ok) return { ok: true, decision: right.decision };
  return { ok: false, answer: answerTo(right.refusal, asked, action.cluster.name) };
}

/** Where the mode forbids it, or no rule allows this person that on any cluster, it is said before Azure is asked. */
export async function deniedEverywhere(
  { services, credential, asked }: SignedInRequest,
  { written, action }: AccessRequest,
): Promise<Answer | null> {
  const wanted = action(writtenCluster(written ?? ""));
  const right = await authorize(services, credential, wanted, "beforehand");
  return right.ok ? null : answerTo(right.refusal, asked, wanted.cluster.name);
}

/** Azure's refusal is shown only to somebody whom the policy would let through. */
export async function policyBeforeAzure(
  request: SignedInRequest,
  { written, action }: AccessRequest,
  answer: Answer,
): Promise<Answer> {
  if (answer.kind !== "azureDenied" || written === null) return answer;
  const wanted = action(writtenCluster(written));
  const authorized = await authorizeRequest(request, wanted);
  return authorized.ok ? recordAzureDenial(request, wanted, authorized.decision, answer) : authorized.answer;
}

/** The policy let them through and Azure does not: that is a decision too, so the trail keeps it. */
export async function recordAzureDenial(
  { services, credential }: SignedInRequest,
  action: PolicyAction,
  { rule }: Allowed,
  answer: Answer,
): Promise<Answer> {
  if (answer.kind === "azureDenied")
    await recordLaterDenial(services, credential, action, rule, { byAzure: true });
  return answer;
}

// A run that a press names: an id says nothing about rights, it stands in the footer of every card.

export const storedRun = async ({ store }: Services, id: string | undefined): Promise<Run | null> =>
  id === undefined ? null : store.run(id);

/** Asked for in this very channel or chat. */
export const isHere = ({ conversation }: Pick<ConversationContext, "conversation">, run: Run): boolean =>
  placeOf(run.conversation.key) === placeOf(conversation.key);

/** A run as this person may know of it: their own, or one whose output stands in this very channel or chat. */
export function isKnownTo(asker: ConversationContext, run: Run): boolean {
  if (isSamePerson(run.requester, asker.requester)) return true;
  return run.show === "thread" && isHere(asker, run);
}

// A look at what is kept of a run: both locks, as whoever looks, and written down either way. An output is worth what it
// takes to get it.

type Look = Readonly<{
  action: string;
  detail: AuditEntry["detail"];
  /** That they may know of the run, where that was found out before. */
  isKnown?: boolean;
  /** Nobody else is shown it, wherever they look. */
  isAlone?: boolean;
}>;

/** Null where they may. */
export async function whyNotReadable(
  services: Services,
  asker: ConversationContext,
  run: Run,
  { action, detail, isKnown = isKnownTo(asker, run), isAlone = asker.conversation.personal }: Look,
): Promise<Notice | null> {
  const { task, cluster } = run;
  const read = task.kind === "command" ? whatIsRead(task.request) : {};
  const record = { action, detail: { ...detail, ...read } };
  const about = { run, isKnown, isAlone, record };
  const right = await authorize(services, asker, actionOf(task, cluster), "read", about);
  return right.ok ? null : noteTo(right.refusal);
}
