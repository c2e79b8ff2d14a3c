// With whose rights a fix can be made, and whether it can be at all: of the people who are known to be here, somebody has to
// be able to ask, others to agree, and one of them to do it. Read as whoever asks.
import type { Member, WhoMay } from "../../core/access/who-may.ts";
import type { RefusalAt } from "../../core/authorization/refusal.ts";
import type { FixTask } from "../../core/change/agreed-task.ts";
import { changeOf } from "../../core/change/proposed-change.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import { permissionsOf } from "../../core/fix/write/permissions.ts";
import { authorizeByPolicy, groupsOf } from "../../core/policy/authorize.ts";
import type { Approval, PolicyAction } from "../../core/policy/decision.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Run, WhyNotOffered } from "../../core/run/run.ts";
import type { Permission } from "../../core/snapshot/rights.ts";
import { foldCase } from "../../core/text/text.ts";
import { approversHere } from "../change/ask-approvers.ts";
import { doesOneHold } from "../diagnosis/find-fix-owner.ts";
import { authorize } from "../identity/authorize.ts";
import { circumstancesOf, inTime, neededFor, sendingTo, withTags, writeRights } from "../identity/lookups.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { fixOf } from "./request-fix.ts";

type ByOthers = Extract<Approval, { by: "others" }>;

/** `needs`: what whoever asked lacks, where nobody else is known who would do it; null: too few are `here` to agree. */
type How = Readonly<
  { is: "requester" } | { is: "approver" } | { is: "nobody"; needs: Permission | null; here?: number }
>;

/**
 * `named`: whose roles allow it, as is known already. What could not be read is found out by Azure's own refusal, and at the
 * press of whoever agrees.
 */
export async function howToDo(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  task: FixTask,
  approval: Approval,
  named: WhoMay | null = null,
): Promise<How> {
  const [rights, here] = await Promise.all([
    writeRights(services, credential, neededFor(task, run.cluster)),
    approval.by === "others" ? whoMayAgree(services, credential, run, approval) : null,
  ]);
  const needs = rights.is === "missing" ? rights.needs : null;
  if (approval.by === "requester") return needs === null ? { is: "requester" } : { is: "nobody", needs };
  if (needs !== null && approval.runAs !== "approver") return { is: "nobody", needs };
  if (here !== null && here.length < approval.count) return { is: "nobody", needs, here: here.length };
  if (needs === null) return { is: "requester" };
  if (named?.is === "person" && here?.some(({ objectId }) => foldCase(objectId) === foldCase(named.objectId)))
    return { is: "approver" };
  const may = here === null ? null : await mayOneMake(services, credential, run, task, here);
  return may === false ? { is: "nobody", needs } : { is: "approver" };
}

/** Sooner or later; null where not all of them are known: of a group that could not be read somebody may be here. */
async function whoMayAgree(
  services: Services,
  as: RequesterCredential,
  run: Run,
  { groups, escalate }: ByOthers,
): Promise<readonly Member[] | null> {
  const found = await approversHere(services, as, run, [...groups, ...(escalate?.groups ?? [])]);
  return found?.areAll ? found.people : null;
}

const mayOneMake = (
  services: Services,
  as: RequesterCredential,
  run: Run,
  { writes }: FixTask,
  people: readonly Member[],
): Promise<boolean | null> =>
  inTime(services, run, "it could not be told who may make a fix", (isOver) =>
    doesOneHold({ services, as, run, rights: writes.flatMap(permissionsOf), isOver }, people),
  );

// Whether a card offers to have its fix made, or the command sent that mends the cause in the cluster: somebody here may ask
// for it, others may agree, and it can be done. Where it could be but for who is here, it says who is missing.

export type Offer = Readonly<{ isOffered: boolean; why: WhyNotOffered | null }>;

const offered: Offer = { isOffered: true, why: null };
const notOffered = (why: WhyNotOffered | null = null): Offer => ({ isOffered: false, why });

export async function mayBeFixed(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  diagnosis: Diagnosis,
  named: WhoMay | null,
): Promise<Offer> {
  const { cluster } = run;
  const fix = fixOf(run, diagnosis);
  if (fix === null) return notOffered();
  const action = { kind: "fix", cluster } as const;
  const right = await authorize(services, credential, action, "offer");
  if (!right.ok) return byOthers(services, credential, run, action, right.refusal);
  const { approval } = right.decision;
  if (approval === undefined) return notOffered();
  const alone = whyAlone(run, approval);
  if (alone !== null) return notOffered(alone);
  const how = await howToDo(services, credential, run, fix, approval, named);
  if (how.is !== "nobody") return offered;
  // Of a right that is missing the card says more beside the fix.
  return notOffered(approval.by === "others" && how.here !== undefined ? tooFew(approval, how.here) : null);
}

export async function mayBeChanged(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  diagnosis: Diagnosis,
): Promise<Offer> {
  const { cluster } = run;
  const proposed = changeOf(diagnosis);
  if (proposed === null) return notOffered();
  const section = await services.reader.read(credential, cluster.id);
  if (section.status !== "collected") return notOffered();
  const clusterAdmin = section.data.entra?.managed !== true;
  const action = { kind: "change", cluster, request: proposed.request, clusterAdmin } as const;
  const right = await authorize(services, credential, action, "offer");
  if (!right.ok) return byOthers(services, credential, run, action, right.refusal);
  const { approval } = right.decision;
  if (approval === undefined) return notOffered();
  // What it takes in Kubernetes its dry run finds out; without this none can be sent.
  const rights = await writeRights(services, credential, sendingTo(cluster));
  if (rights.is === "missing") return notOffered({ is: "mayNotSend", action: rights.needs.action });
  return ifAgreed(services, credential, run, approval);
}

/** In a chat with the bot alone nobody else agrees to anything. */
const whyAlone = ({ conversation }: Run, approval: Approval): WhyNotOffered | null =>
  approval.by === "others" && conversation.personal ? { is: "alone", groups: approval.groups } : null;

const tooFew = ({ groups, count, escalate }: ByOthers, here: number): WhyNotOffered => ({
  ...{ is: "tooFew", count, here },
  groups: [...new Set([...groups, ...(escalate?.groups ?? [])])],
});

async function ifAgreed(
  services: Services,
  as: RequesterCredential,
  run: Run,
  approval: Approval,
): Promise<Offer> {
  if (approval.by === "requester") return offered;
  const alone = whyAlone(run, approval);
  if (alone !== null) return notOffered(alone);
  const here = await whoMayAgree(services, as, run, approval);
  return here === null || here.length >= approval.count ? offered : notOffered(tooFew(approval, here.length));
}

/** Others whose request is tried out. */
const mostAskers = 2;

/** Whoever had it diagnosed may not ask for it: others who are here may, and they may agree to that themselves. */
async function byOthers(
  services: Services,
  as: RequesterCredential,
  run: Run,
  action: PolicyAction,
  refusal: RefusalAt<"offer">,
): Promise<Offer> {
  // What a rule closes to them, or an unknown group, is no news of who else may.
  if (refusal.kind !== "policy" || refusal.decision.rule !== null || run.conversation.personal)
    return notOffered();
  const groups = refusal.decision.wouldAllow;
  if (groups.length === 0) return notOffered();
  const names = groups.map(({ name }) => name);
  const found = await approversHere(services, as, run, names);
  if (found === null) return notOffered();
  const membership = { status: "known", groupIds: groups.map(({ id }) => id), source: "token" } as const;
  const now = await circumstancesOf(services, run.cluster);
  const cluster = await withTags(services, as, run.cluster);
  const decision = authorizeByPolicy(services.policy(), membership, { ...action, cluster }, now);
  const approval = decision.effect === "allow" ? decision.approval : undefined;
  if (approval === undefined) return notOffered();
  const offers = await Promise.all(
    found.people.slice(0, mostAskers).map(({ objectId }) => {
      const asked = { ...run, requester: { ...as.requester, objectId } };
      return ifAgreed(services, as, asked, approval);
    }),
  );
  const none = found.areAll ? notOffered({ is: "noAsker", groups: names }) : notOffered();
  return offers.find(({ isOffered }) => isOffered) ?? offers[0] ?? none;
}

/**
 * Of what the bot's own read-only identity found, which asks for nothing: whether a rule lets the people of one group ask for
 * it. Whoever presses does that as themselves, and is told what they lack.
 */
export async function maySomebodyAskForFix(
  services: Services,
  run: Run,
  diagnosis: Diagnosis,
): Promise<boolean> {
  if (fixOf(run, diagnosis) === null) return false;
  const { cluster } = run;
  const circumstances = await circumstancesOf(services, cluster);
  const policy = services.policy();
  return groupsOf(policy).some(({ id }) => {
    const membership = { status: "known", groupIds: [id], source: "token" } as const;
    return authorizeByPolicy(policy, membership, { kind: "fix", cluster }, circumstances).effect === "allow";
  });
}

/**
 * The same of a fix with the first verdict, which waits for nothing long: what mends the path is proved while the look inside
 * goes on. False where that could not be told in time; the whole diagnosis asks again.
 */
export async function mayBeFixedAtOnce(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  way: Diagnosis,
): Promise<boolean> {
  // A timer of its own: the clock of the services may be one that does not pass by itself.
  const end = AbortSignal.timeout(services.timeouts.names);
  const over = new Promise<Offer>((resolve) => end.addEventListener("abort", () => resolve(notOffered())));
  const asked = mayBeFixed(services, credential, run, way, null);
  const { isOffered } = await Promise.race([asked, over]).catch((error: unknown) => {
    const said = redact(String(error)).text;
    services.log.warn("a fix was not offered with the first verdict", { runId: run.id, error: said });
    return notOffered();
  });
  return isOffered;
}
