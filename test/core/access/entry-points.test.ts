// The ways in, each judged from where it starts and over the networks that it crosses.
import type { AccessPath } from "../../../src/core/access/access-path.ts";
import { evaluateAccessPaths } from "../../../src/core/access/evaluate-access-paths.ts";
import { runChecks } from "../../../src/core/diagnosis/run-checks.ts";
import { collected } from "../../../src/core/diagnosis/section.ts";
import type { JumpHost } from "../../../src/core/diagnosis/snapshot.ts";
import { type Change, changed, ids, setJumpHosts } from "../../fixtures/snapshots.ts";

const pathsWith = (...changes: readonly Change[]): readonly AccessPath[] => {
  const snapshot = changed(...changes);
  return evaluateAccessPaths(snapshot, runChecks(snapshot));
};

/** The states of some ways, in one line. */
const statesOf = (wanted: readonly string[], changes: readonly Change[]): string =>
  pathsWith(...changes)
    .filter(({ id }) => wanted.includes(id))
    .map(({ id, state }) => `${id} ${state}`)
    .join(", ");

const off = { powerState: collected("deallocated") };
const app = (number: number, patch: Partial<JumpHost> = {}): Partial<JumpHost> => ({
  id: ids.jump.replace("jump-1", `app-${number}`),
  name: `app-${number}`,
  ...patch,
});

test.each([
  ["run", [setJumpHosts(app(1), app(2))]],
  ["are off", [setJumpHosts(app(1, off), app(2, off))]],
])("machines of which none is called like a jump host %s: whether one is, stays open", (_name, changes) => {
  expect(statesOf(["P05", "P06", "P07"], changes)).toBe("P05 probable, P06 probable, P07 probable");
});
