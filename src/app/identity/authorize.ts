// The one door for rights: whether this person may do this at this moment. What is asked, in which order, and what the audit
// trail keeps of it stands in the table of moments; this asks it, and what is asked of several actions is looked up once.
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import { type Action, activityOf } from "../../core/authorization/action.ts";
import { laterDenialOf, recordOf } from "../../core/authorization/decision-record.ts";
import { type Moment, type moments, rowOf } from "../../core/authorization/moments.ts";
import type { Allowed, Refusal, RefusalAt } from "../../core/authorization/refusal.ts";
import type { PolicyAction } from "../../core/policy/decision.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { auditEntry } from "./audit-entry.ts";
import { type About, type Asking, gates, type Learned, type Lookups, lookUp, type Who } from "./gates.ts";

type Gates<M extends Moment> = (typeof moments)[M]["gates"][number];
type Recording<M extends Moment> = (typeof moments)[M]["record"];
type ActionAt<M extends Moment> = M extends "operate" | "attach" ? Action : PolicyAction;

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
  | { ok: false; refusal: Refusal; rule: string | null; entry: AuditEntry | null }
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
  const entry = entryOf(asking, moment, rule, null);
  if (entry !== null && record?.written === "both") await services.store.appendAudit(entry);
  return { ok: true, credential, decision, rule, entry };
}

function entryOf(
  { services, who, action, about }: Asking,
  moment: Moment,
  rule: string | null,
  refusal: Refusal | null,
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
