// What is known before a command is sent: where Azure or the cluster would not let it through, nothing is sent.
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import { runCommandActions } from "../../../src/core/authorization/action.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import type { ManagedCluster } from "../../../src/core/snapshot/cluster.ts";
import type { PermissionEntry } from "../../../src/core/snapshot/rights.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { askerIn, megan, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { unavailable } from "../../unavailable.ts";
import {
  allClosed,
  allow,
  done,
  failureOf,
  getPods,
  prod,
  start,
  stored,
  submitted,
  trail,
  withoutEntra,
} from "../setup.ts";

const nothingSent = "Nothing was sent to the cluster.";
const [runAction, readAction] = runCommandActions;

describe("known beforehand: nothing is sent", () => {
  const permissions = (notActions: string[]) =>
    collected<readonly PermissionEntry[]>([
      { actions: ["*"], notActions, dataActions: [], notDataActions: [] },
    ]);
  const cluster = (patch: Partial<ManagedCluster>) => collected<ManagedCluster>({ ...prod, ...patch });
  test.each([
    ["may not send", { permissions: permissions([runAction]) }, "AuthorizationFailed", runAction],
    [
      "may not read the output",
      { permissions: permissions([readAction]) },
      "AuthorizationFailed",
      readAction,
    ],
    ["stopped", { cluster: cluster({ powerState: "Stopped" }) }, "clusterStopped", undefined],
    [
      "run command switched off",
      { cluster: cluster({ apiServerAccess: { ...prod.apiServerAccess, disableRunCommand: true } }) },
      "runCommandDisabled",
      undefined,
    ],
    ["Entra switched off since", { cluster: withoutEntra }, "identityChanged", undefined],
    [
      "cannot be read now",
      { cluster: unavailable("throttled", "Azure asks to wait.") },
      "throttled",
      undefined,
    ],
    [
      "may not be read any more",
      {
        cluster: unavailable("denied", "The cluster could not be read.", [
          { action: "Microsoft.ContainerService/managedClusters/read", scope: ids.cluster },
        ]),
      },
      "denied",
      "Microsoft.ContainerService/managedClusters/read",
    ],
  ])("%s", async (_name, change, code, action) => {
    const fake = start();
    const run = await submitted(fake);
    Object.assign(fake.world, change);
    await executeRun(fake.services, run.id);
    const { status } = await stored(fake, run.id);
    expect(fake.sent).toEqual([]);
    expect(status.state).toBe("failed");
    expect(failureOf(status)).toMatchObject({ code, done: nothingSent });
    expect(failureOf(status).needs?.action).toBe(action);
    expect(trail(fake).at(-1)).toBe("command.finish failed oncall-reads");
  });

  test("Entra switched on since: a command that was allowed as cluster-admin is not sent as a person", async () => {
    const fake = start({ cluster: withoutEntra });
    const run = await submitted(fake, getPods, askerIn(threadOf, megan));
    fake.world.cluster = collected(prod);
    await executeRun(fake.services, run.id);
    expect(failureOf((await stored(fake, run.id)).status).code).toBe("identityChanged");
    expect(fake.sent).toEqual([]);
  });

  test("rights that could not be read are for Azure to judge", async () => {
    const fake = start({ permissions: unavailable("failed", "The permissions could not be read.") });
    expect((await done(fake)).status.state).toBe("succeeded");
    expect(fake.sent).toHaveLength(1);
  });
});

describe("the policy changes after Azure was asked, and before anything is sent", () => {
  /** `change` happens while Azure answers the last question before the command. */
  const executed = async (change: (fake: FakeServices) => void) => {
    const fake = start();
    const run = await submitted(fake);
    const { permissions } = fake.services.reader;
    const reader: typeof fake.services.reader = {
      ...fake.services.reader,
      permissions: (...asked) => {
        change(fake);
        return permissions(...asked);
      },
    };
    await executeRun({ ...fake.services, reader }, run.id);
    return { fake, status: (await stored(fake, run.id)).status };
  };
  const withPolicy = (policy: Policy) => (fake: FakeServices) => void Object.assign(fake.world, { policy });
  const outOfGroup = (fake: FakeServices) => void Object.assign(fake.world, { memberships: {} });

  test.each([
    [
      "a rule forbids it",
      withPolicy(policyOf(allow("oncall-reads", "oncall"), allClosed)),
      /`all-closed` forbids/,
      "command.finish denied all-closed",
    ],
    [
      "its rule is gone",
      withPolicy(policyOf(allow("leads-read", "leads"))),
      /no longer allows/,
      "command.finish denied null",
    ],
    ["the person left the group", outOfGroup, /no longer allows/, "command.finish denied null"],
    [
      "its output became private",
      withPolicy(policyOf(allow("oncall-reads", "oncall", "show: personal"))),
      /for you alone/,
      "command.finish denied oncall-reads",
    ],
  ])("%s: nothing is sent, and card and trail say so", async (_name, change, happened, entry) => {
    const { fake, status } = await executed(change);
    expect(fake.sent).toEqual([]);
    expect(status.state).toBe("denied");
    expect(failureOf(status)).toMatchObject({ done: nothingSent, happened: expect.stringMatching(happened) });
    expect(trail(fake).at(-1)).toBe(entry);
    expect(fake.said.at(-1)?.answer).toMatchObject({ kind: "run", run: { status: { state: "denied" } } });
  });

  test("another rule allows it by now: it is sent, and the trail names that rule", async () => {
    const { fake } = await executed(withPolicy(policyOf(allow("new-rule", "oncall"))));
    expect(fake.sent).toHaveLength(1);
    expect(trail(fake).at(-1)).toBe("command.finish succeeded new-rule");
  });
});
