// A fix of three writes in the fakes: who asks for it and agrees to it, and how Azure takes each of its writes.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import type { Applied, ArmWriter, Looked } from "../../../src/app/ports/arm-writer.ts";
import { submitTask } from "../../../src/app/run/submit-run.ts";
import type { FixTask } from "../../../src/core/change/agreed-task.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { alex, megan } from "../../fakes/people.ts";
import type { FakeServices, World } from "../../fakes/services.ts";
import { ids, linkTo } from "../../fixtures/healthy-snapshot.ts";
import { changed, setData } from "../../fixtures/snapshot-changes.ts";
import { saidNote } from "../../said.ts";
import { inThread, press } from "../pressing.ts";
import { allow, done, noSecrets, start, stored } from "../setup.ts";

const byLeads = "{ count: 1, groups: [leads], expires: 30m }";
const fixRule = (show: "thread" | "personal", approval: string, more: string) =>
  `{ id: oncall-fixes, effect: allow, groups: [oncall], clusters: ["*"], fix: true, approval: ${approval}, show: ${show}${more} }`;
const reads = [allow("oncall-reads", "oncall"), allow("leads-read", "leads"), noSecrets];
export const readsOnly = policyOf(...reads);
export const fixPolicy = (show: "thread" | "personal" = "thread", approval = byLeads, more = ""): Policy => ({
  ...policyOf(...reads, fixRule(show, approval, more)),
  operators: ["leads"],
});

/** The zone is not linked to the hub. */
const unlinked = () => changed(setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]));

const writeOf = (name: string) => ({
  id: `${ids.hub}/subnets/${name}`,
  type: "Microsoft.Network/virtualNetworks/subnets" as const,
  what: {
    do: "change" as const,
    edits: [{ is: "put" as const, path: ["addressPrefix"], value: "10.0.0.0/8" }],
  },
});

export const ofThree: FixTask = {
  ...{ kind: "fix", of: "R-0000000000", check: "dns.link-client" },
  fix: { steps: [], risks: [], disruptive: false, roles: [] },
  ...{ writes: ["one", "two", "three"].map(writeOf), seenFrom: {}, way: null },
};

/**
 * `azure`: writes that were sent and looks, by the last name of their object, in order. `byOthers`: somebody else writes
 * an address prefix into the object of that name.
 */
export type Fixing = Readonly<{
  fake: FakeServices;
  azure: string[];
  byOthers: (name: string, prefix: string) => void;
}>;

/** What becomes of a write, by its name; null: it is done. Called when nothing is left to wait for. */
export type Takes = (name: string, fake: FakeServices) => Promise<Applied | null>;
/** Each is told once; the last one repeats. */
export type Looks = readonly (Looked["status"] | "signInEnded" | Error)[];

export type Script = Readonly<{
  apply?: Takes;
  look?: Looks;
  world?: Partial<World>;
}>;

const signInEnded = {
  ...{ status: null, code: "expired", message: "" },
  signIn: { code: "expired", why: "expired" },
} as const;

const nameOf = ({ id }: Readonly<{ id: string }>): string => id.slice(id.lastIndexOf("/") + 1);

export function fixing({ apply = async () => null, look = ["cannotTell"], world = {} }: Script = {}): Fixing {
  const azure: string[] = [];
  const looks = [...look];
  /** Version and address prefix of each, by its name. */
  const there = new Map<string, Readonly<{ version: number; prefix: string }>>();
  const at = (name: string) => there.get(name) ?? { version: 1, prefix: "10.0.0.0/9" };
  const isThere = ({ id }: (typeof ofThree.writes)[number]) => ofThree.writes.some((each) => each.id === id);
  const put = (name: string, prefix: string) => {
    there.set(name, { version: at(name).version + 1, prefix });
  };
  const armWriter: ArmWriter = {
    preview: async (_as, writes) => ({
      ok: true,
      objects: writes.map((write) => ({
        ...{ type: write.type, name: nameOf(write), namespace: null },
        version: `${nameOf(write)}-${at(nameOf(write)).version}`,
        ...{ does: "change", fields: [{ path: "addressPrefix", before: "10.0.0.0/9", after: "10.0.0.0/8" }] },
      })),
      before: writes.map((write) => (isThere(write) ? { addressPrefix: at(nameOf(write)).prefix } : null)),
    }),
    apply: async (as, write, version, whyNotNow) => {
      const name = nameOf(write);
      const now = at(name);
      if (version !== `${name}-${now.version}`) return { status: "changedSince" };
      const failure = await whyNotNow();
      if (failure !== null) return { status: "withheld", failure };
      azure.push(`${as.requester.displayName} writes ${name}`);
      const otherwise = await apply(name, fake);
      if (otherwise !== null) return otherwise;
      put(name, "10.0.0.0/8");
      const versionAfter = `${name}-${now.version + 1}`;
      return { status: "done", correlationId: `c-${name}`, versionBefore: version, versionAfter };
    },
    look: async (_as, write) => {
      azure.push(`looks at ${nameOf(write)}`);
      const next = looks.length > 1 ? looks.shift() : looks[0];
      if (next === undefined || next instanceof Error) throw next ?? new Error("nothing to see");
      if (next === "signInEnded") return { status: "unreadable", failure: signInEnded };
      return next === "unreadable"
        ? { status: next, failure: { status: 403, code: "AuthorizationFailed", message: "" } }
        : { status: next };
    },
  };
  const fake = start({ policy: fixPolicy(), snapshot: unlinked, armWriter, ...world });
  return { fake, azure, byOthers: put };
}

export const inModeDiagnose = ({ fake }: Fixing): Promise<void> =>
  answerQuestion(fake.services, inThread(megan), "mode diagnose because freeze");

export const diagnosed = ({ fake }: Fixing, asker = inThread()): Promise<Run> =>
  done(fake, "diagnose prod-1", asker);
export const request = ({ fake }: Fixing, { id }: Run, asker = inThread(), verb = "fix.request") =>
  press(fake, asker, { verb, run: id });
/** What a request is answered with that is taken. */
export const started = saidNote({ is: "lookingAtFix" });

/** The run that came last. */
export const newest = (fake: FakeServices): Promise<Run> =>
  stored(fake, fake.memory.audit.findLast(({ runId }) => runId !== null)?.runId);

/** Alex asks, and what it would do was looked at. */
export async function proposed({ fake }: Fixing, task = ofThree): Promise<Run> {
  const signedIn = await fake.services.credentials.forUser(inThread().userId, alex);
  if (!signedIn.ok) throw new Error(signedIn.failure.code);
  const cluster = { id: ids.cluster, name: "prod-1" };
  const { credential } = signedIn;
  await submitTask({ services: fake.services, asker: inThread(), credential, asked: "fix" }, cluster, task);
  const { id } = await newest(fake);
  await executeRun(fake.services, id);
  return stored(fake, id);
}

/** Megan agrees. */
export async function approved(fixed: Fixing, task = ofThree): Promise<Run> {
  const { fake } = fixed;
  const run = await proposed(fixed, task);
  if (run.status.state !== "pendingApproval") throw new Error(JSON.stringify(run.status));
  const { hash } = run.status.proposal;
  await press(fake, inThread(megan), { verb: "change.approve", run: run.id, hash });
  return stored(fake, run.id);
}

/** Agreed on and made, as it ended. */
export async function made(fixed: Fixing, task = ofThree): Promise<Run> {
  const { id } = await approved(fixed, task);
  await executeRun(fixed.fake.services, id);
  return stored(fixed.fake, id);
}
