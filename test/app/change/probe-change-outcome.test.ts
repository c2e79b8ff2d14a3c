// A change of which nobody knows whether it was made: its objects are looked at, and a look that Azure did not take is sent again.
import { probeChangeOutcome } from "../../../src/app/change/apply-change.ts";
import type { CommandStart } from "../../../src/app/ports/azure.ts";
import { parseChange } from "../../../src/core/command/change/parse-change.ts";
import type { Proposed } from "../../../src/core/run/proposed.ts";
import { run } from "../../store/samples.ts";
import { start } from "../setup.ts";

const parsed = parseChange("kubectl scale deployment/api --replicas=3 -n payments");
if (!parsed.ok) throw new Error("A change was not understood.");
const task = { kind: "change", request: parsed.request, clusterAdmin: false, reason: null } as const;
const version = "2bd837b6-63c8-4327-ae78-19408fcbab8a/g4";
const proposed: Proposed = {
  proposal: {
    ...{ hash: "h", preview: "none", seenAt: "2026-11-25T03:00:00.000Z" },
    objects: [
      { type: "deployments", name: "api", namespace: "payments", version, does: "change", fields: [] },
    ],
  },
  approval: { by: "others", count: 1, groups: ["leads"], minutes: 30 },
  ...{ expiresAt: "2026-11-25T03:30:00.000Z", approvals: [] },
};

const failure = { status: 500, code: "InternalServerError", message: "" };
const [accepted, refused, unknown]: readonly CommandStart[] = [
  { status: "accepted", operationId: "op" },
  { status: "refused", failure: { ...failure, status: 429, code: "TooManyRequests" } },
  { status: "unknown", failure },
];

const printing = (found: string) => (line: string) => {
  const nonce = /@@(\w+) begin/.exec(line)?.[1];
  return `@@${nonce} begin version-0\n${found}\n@@${nonce} end version-0 0\n`;
};

test.each<[string, (CommandStart | undefined)[], string, string | null, number]>([
  ["taken, and they are as they were", [accepted], version, "unchanged", 1],
  ["taken, and they differ", [accepted], version.replace("g4", "g5"), "changed", 1],
  ["refused for a moment", [refused, accepted], version, "unchanged", 2],
  ["without an answer for a while", [unknown, unknown, accepted], version, "unchanged", 3],
  ["never taken", [unknown, refused, unknown, accepted], version, null, 3],
  [
    "taken, and what it printed cannot be read",
    [accepted, accepted],
    "error: you must be logged in",
    null,
    1,
  ],
])("%s", async (_name, starts, found, is, sent) => {
  const fake = start({
    start: () => starts.shift() ?? { status: "unknown", failure },
    printed: printing(found),
  });
  const { requester } = run();
  const signedIn = await fake.services.credentials.forUser("29:alex", requester);
  if (!signedIn.ok) throw new Error("nobody is signed in");
  const seen = await probeChangeOutcome(fake.services, signedIn.credential, run(), task, proposed);
  expect(seen?.is ?? null).toBe(is);
  expect(fake.sent).toHaveLength(sent);
});
