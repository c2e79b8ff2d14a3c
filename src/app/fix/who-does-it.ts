// With whose rights a fix can be made, and whether it can be at all: of the people who are known to be here, somebody has to
// be able to ask, others to agree, and one of them to do it. Read as whoever asks.
import type { Member, WhoMay } from "../../core/access/who-may.ts";
import type { FixTask } from "../../core/change/agreed-task.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import { permissionsOf } from "../../core/fix/write/permissions.ts";
import type { Approval } from "../../core/policy/decision.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Run } from "../../core/run/run.ts";
import type { Permission } from "../../core/snapshot/rights.ts";
import { foldCase } from "../../core/text/text.ts";
import { approversHere } from "../change/ask-approvers.ts";
import { doesOneHold } from "../diagnosis/find-fix-owner.ts";
import { authorize } from "../identity/authorize.ts";
import { inTime, neededFor, writeRights } from "../identity/lookups.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { fixOf } from "./request-fix.ts";

/** `needs`: what whoever asked lacks, where nobody else is known who would do it; null: too few are here to agree. */
type How = Readonly<{ is: "requester" } | { is: "approver" } | { is: "nobody"; needs: Permission | null }>;

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
  if (here !== null && here.length < approval.count) return { is: "nobody", needs };
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
  { groups, escalate }: Extract<Approval, { by: "others" }>,
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

// Whether a card offers to have its fix made: it is proved, the policy lets whoever asked ask for it, and it can end well.

export async function mayBeFixed(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  diagnosis: Diagnosis,
  named: WhoMay | null,
): Promise<boolean> {
  const { cluster } = run;
  const fix = fixOf(run, diagnosis);
  if (fix === null) return false;
  const right = await authorize(services, credential, { kind: "fix", cluster }, "offer");
  const approval = right.ok ? right.decision.approval : undefined;
  if (approval === undefined) return false;
  // In a chat with the bot alone nobody else agrees to anything.
  if (approval.by === "others" && run.conversation.personal) return false;
  return (await howToDo(services, credential, run, fix, approval, named)).is !== "nobody";
}

/**
 * The same of the first verdict, which waits for nothing long: what mends the path is proved while the look inside goes on.
 * False where that could not be told in time; the whole diagnosis asks again.
 */
export async function mayBeFixedAtOnce(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  way: Diagnosis,
): Promise<boolean> {
  // A timer of its own: the clock of the services may be one that does not pass by itself.
  const end = AbortSignal.timeout(services.timeouts.names);
  const over = new Promise<false>((resolve) => end.addEventListener("abort", () => resolve(false)));
  return Promise.race([mayBeFixed(services, credential, run, way, null), over]).catch((error: unknown) => {
    const said = redact(String(error)).text;
    services.log.warn("a fix was not offered with the first verdict", { runId: run.id, error: said });
    return false;
  });
}
