// What the bot's own read-only identity has read is diagnosed without anybody's rights and place: they are judged of nobody,
// are never the cause, and leave no access path proved that depends on them.
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { metaOf } from "../../../src/core/in-cluster/findings/finding-meta.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { healthy, ids, linkTo } from "../../fixtures/healthy-snapshot.ts";
import { changed, setData } from "../../fixtures/snapshot-changes.ts";
import { unavailable } from "../../unavailable.ts";

const unlinked = changed(setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]));
const mayNothing = { permissions: collected([]) };
const unknownRights = { permissions: unavailable("denied", "Azure refused it.") };
const byNobody = (snapshot: ClusterSnapshot) => diagnose({ ...snapshot, readByNobody: true });

describe.each<[string, ClusterSnapshot]>([
  ["a cluster that is well", healthy],
  ["a cluster whose hub lacks a link", unlinked],
  ["a cluster on which the identity may do nothing but read", { ...unlinked, ...mayNothing }],
  ["a cluster on which its rights are not known", { ...healthy, ...unknownRights }],
  [
    "a cluster whose reader would be told to sign in to another tenant",
    { ...healthy, ...mayNothing, requesterTenantId: "another" },
  ],
])("%s", (_name, snapshot) => {
  const found = byNobody(snapshot);

  test("each check of a person's rights or place says that it is about nobody", () => {
    const personal = found.checks.filter(({ id }) => {
      const meta = metaOf(id);
      return meta?.scope === "requester" || meta?.shownBy === "clientAddress";
    });
    expect(personal.length).toBeGreaterThan(5);
    for (const { status, facts } of personal)
      expect([status, facts]).toEqual(["notApplicable", [{ is: "aboutNobody" }]]);
  });

  test("cause and verdict are those of the cluster", () => {
    const { rootCause, verdict } = diagnose(
      snapshot === healthy ? healthy : { ...snapshot, permissions: healthy.permissions },
    );
    expect(found.rootCause?.check).toBe(rootCause?.check);
    expect(found.verdict).toBe(verdict);
  });

  test("run command, which takes a right of each person, is no more than probable", () => {
    const states = found.accessPaths.filter(({ state }) => state === "available").map(({ id }) => id);
    const own = diagnose(healthy)
      .accessPaths.filter(({ state }) => state === "available")
      .map(({ id }) => id);
    expect(own.length).toBeGreaterThan(states.length);
  });
});
