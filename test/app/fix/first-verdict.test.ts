// "Request this fix" comes with the first verdict. What is asked for then is what that proved, and is made as long as the
// look inside does not tell another cause.
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import type { Services } from "../../../src/app/ports/services.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { megan } from "../../fakes/people.ts";
import { inThread, press } from "../pressing.ts";
import { stored, submitted } from "../setup.ts";
import { type Fixing, fixing, fixPolicy, newest, readsOnly, request, started } from "./fixing.ts";

/** Whoever is on call may look inside, too. */
const withInside = (policy: Policy): Policy => ({
  ...policy,
  rules: policy.rules.map((rule) =>
    rule.id === "oncall-reads" ? { ...rule, "diagnose-inside": true as const } : rule,
  ),
});

const early = (policy = fixPolicy()): Fixing => fixing({ world: { policy: withInside(policy) } });

/** A diagnosis whose look inside goes on until `end` is called, at the moment when its first verdict is shown. */
async function looking(fixed: Fixing, change: Partial<Services> = {}) {
  const { fake } = fixed;
  const shown = Promise.withResolvers<Run["status"]>();
  const looked = Promise.withResolvers<void>();
  const { store, transport } = fake.services;
  const services: Services = {
    ...fake.services,
    ...change,
    transport: {
      ...transport,
      start: async () => {
        await looked.promise;
        return { status: "refused", failure: { status: 500, code: "InternalError", message: "" } };
      },
    },
    store: {
      ...store,
      moveRun: async (...move) => {
        const moved = await store.moveRun(...move);
        if ("diagnosis" in move[2]) shown.resolve(move[2]);
        return moved;
      },
    },
  };
  const { id } = await submitted(fake, "diagnose prod-1");
  const going = executeRun(services, id);
  const first = await shown.promise;
  const end = async (): Promise<void> => {
    looked.resolve();
    await going;
  };
  return { id, first, run: await stored(fake, id), end };
}

const offers = (status: Run["status"]) => [status.state, "offersFix" in status && status.offersFix];

test.each([
  ["a rule lets the asker", fixPolicy(), {}, true],
  ["no rule lets anybody", readsOnly, {}, false],
  ["Azure does not say in time what they may do", fixPolicy(), { names: 20 }, false],
])("%s", async (_name, policy, timeouts, isOffered) => {
  const fixed = early(policy);
  const { reader, timeouts: usual } = fixed.fake.services;
  const never = { ...reader, permissions: () => new Promise<never>(() => {}) };
  const isSilent = "names" in timeouts;
  const { first, end } = await looking(fixed, {
    timeouts: { ...usual, ...timeouts },
    ...(isSilent && { reader: never }),
  });
  expect(offers(first)).toEqual(["running", isOffered && true]);
  if (!isSilent) await end();
});

/** Asked for by Alex while the look inside goes on, and looked at. */
async function askedEarly(fixed: Fixing) {
  const { run, end } = await looking(fixed);
  expect(await request(fixed, run)).toBe(started);
  const fix = await newest(fixed.fake);
  return { diagnosis: run, fix, end };
}

async function execute({ fake }: Fixing, { id }: Run, services: Services = fake.services) {
  await executeRun(services, id);
  return (await stored(fake, id)).status;
}

async function approve(fixed: Fixing, run: Run, services?: Services) {
  const { status } = await stored(fixed.fake, run.id);
  const hash = "proposal" in status ? status.proposal.hash : "";
  await press(fixed.fake, inThread(megan), { verb: "change.approve", run: run.id, hash });
  return execute(fixed, run, services);
}

/** As if the look inside had told another cause at its end. */
function withOtherCause({ fake }: Fixing, diagnosed: string): Services {
  const { services } = fake;
  const run = async (id: string): Promise<Run | null> => {
    const found = await services.store.run(id);
    if (found?.id !== diagnosed || found.status.state !== "succeeded") return found;
    const { diagnosis } = found.status;
    if (!diagnosis?.rootCause) throw new Error("no cause");
    const rootCause = { ...diagnosis.rootCause, check: "k8s.coredns" } as const;
    return { ...found, status: { ...found.status, diagnosis: { ...diagnosis, rootCause } } };
  };
  return { ...services, store: { ...services.store, run } };
}

test("pressed meanwhile: what the first verdict proved is asked for", async () => {
  const fixed = early();
  const { fix, diagnosis, end } = await askedEarly(fixed);
  expect(fix.task).toMatchObject({ kind: "fix", of: diagnosis.id, check: "dns.link-client", writes: [{}] });
  await end();
});

test.each([["before the look has ended"], ["after it"]])("agreed on %s: made", async (when) => {
  const fixed = early();
  const { fix, end } = await askedEarly(fixed);
  await execute(fixed, fix);
  if (when === "after it") await end();
  expect((await approve(fixed, fix)).state).toBe("succeeded");
  await end();
});

describe("the look has told another cause since", () => {
  test.each([
    ["before it was looked at", "nothingChanged"],
    ["before it was agreed on", "nothingSent"],
  ])("%s: refused", async (when, done) => {
    const fixed = early();
    const { fix, diagnosis, end } = await askedEarly(fixed);
    const isLookedAt = when === "before it was agreed on";
    if (isLookedAt) await execute(fixed, fix);
    await end();
    const services = withOtherCause(fixed, diagnosis.id);
    const status = await (isLookedAt ? approve : execute)(fixed, fix, services);
    expect([status.state, "failure" in status && status.failure]).toEqual([
      "failed",
      { code: "otherCause", happened: { is: "otherCause" }, done },
    ]);
    expect(fixed.azure).toEqual([]);
  });
});
