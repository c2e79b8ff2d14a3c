// Just-in-time access that keeps the jump host shut: named as what it is, and mended by asking for a window.

import { diagnose } from "../../diagnosed.ts";
import { denyJit, jitPolicyId, setJit, shutJump } from "../../fixtures/place-changes.ts";
import { type Change, changed, setJumpHosts } from "../../fixtures/snapshot-changes.ts";

const linux = setJumpHosts({ osName: "ubuntu" });
const judged = (...changes: readonly Change[]) => diagnose(changed(linux, ...changes));

test("the window is named and not the rule, with the line that asks for another", () => {
  const { verdict, rootCause, thenAlso } = judged(shutJump(), setJit([{}]));
  expect([verdict, rootCause?.check]).toEqual(["degraded", "jit.active-request"]);
  expect(rootCause?.summary).toContain("The last window ended at 2026-11-25T06:00:00.000Z");
  expect(rootCause?.summary).toContain("initiate/action");
  const [line, ...more] = rootCause?.fix?.commands ?? [];
  expect(more).toEqual([]);
  expect(line).toContain(`--url '${jitPolicyId}/initiate?api-version=2020-01-01'`);
  expect(line).toContain('"number":22,"endTimeUtc":"2026-11-25T11:00:00Z"');
  expect(line).toContain('"allowedSourceAddressPrefix":"10.0.2.0/26"');
  expect(thenAlso).toEqual([]);
});

test("that line is proved by walking the network that it leaves", () => {
  const [repair] = judged(shutJump(), setJit()).rootCause?.repairs ?? [];
  expect(repair).toMatchObject({ proved: true, changes: ["bastion.jump: stopped → delivered"] });
  expect(repair?.what).toContain("just-in-time access");
});

test("ways through Bastion are blocked by it, and one to the host itself waits for it", () => {
  const { accessPaths } = judged(shutJump(), setJit());
  const told = (id: string) => accessPaths.find((path) => path.id === id);
  for (const id of ["P06", "P07", "P16"])
    expect(told(id)).toMatchObject({ state: "blocked", blockedBy: ["jit.active-request"] });
  expect(told("P05")).toMatchObject({ state: "probable", unconfirmed: ["jit.active-request"] });
});

test("whose policy was not read, the rule still is what stops it, and no rule beside it is proposed", () => {
  const { rootCause } = judged(shutJump(), denyJit);
  expect(rootCause?.check).toBe("jit.active-request");
  expect(rootCause?.summary).toContain("Its policy was not read");
  expect(rootCause?.fix).toBeUndefined();
});

test("a policy that is about another port or machine opens nothing", () => {
  const other = setJit([], { machines: [{ machineId: "/other", openings: [{ port: 22 }] }] });
  expect(judged(shutJump(), other).rootCause?.fix).toBeUndefined();
});

test.each([
  ["a day", "P1D", "2026-11-26T08:00:00Z"],
  ["minutes", "PT90M", "2026-11-25T09:30:00Z"],
  ["none that is known", "P1Y", "2026-11-25T09:00:00Z"],
])("a longest window of %s", (_name, longest, until) => {
  const machines = changed(setJit()).jitPolicies.items.flatMap((policy) => policy.machines);
  const limited = machines.map((machine) => ({ ...machine, openings: [{ port: 22, longest }] }));
  const { rootCause } = judged(shutJump(), setJit([], { machines: limited }));
  expect(rootCause?.fix?.risk).toContain(`until ${until}`);
});
