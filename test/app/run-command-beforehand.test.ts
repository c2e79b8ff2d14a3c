// What is known before a command is sent: where Azure or the cluster would not let it through, nothing is sent.
import { executeRun } from "../../src/app/execute-run.ts";
import { runCommandActions } from "../../src/app/run-command.ts";
import { collected, unavailable } from "../../src/core/diagnosis/section.ts";
import type { ManagedCluster, PermissionEntry } from "../../src/core/diagnosis/snapshot.ts";
import { askerIn, megan, threadOf } from "../fakes/people.ts";
import { ids } from "../fixtures/snapshots.ts";
import { done, failureOf, getPods, prod, start, stored, submitted, trail, withoutEntra } from "./setup.ts";

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
