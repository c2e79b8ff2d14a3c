// Two things wrong at once, of which one is not read: no other cause is named, and nothing turns green.
import type { FindingId } from "../../../src/core/finding/kit/finding-id.ts";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { diagnose } from "../../diagnosed.ts";
import { expectEach } from "../../each-holds.ts";
import type { Change } from "../../fixtures/snapshot-changes.ts";
import { unlist } from "../../fixtures/snapshot-nodes.ts";
import { deny, sectionNames, withoutScaleSets } from "../../fixtures/snapshot-variants.ts";
import { sampleBy } from "../../prove/sample.ts";
import { faults } from "./faults.ts";

const maps = ["networkSecurityGroups", "routeTables", "natGateways", "publicIpAddresses"] as const;
const lists = ["loadBalancers", "firewalls", "bastionHosts"] as const;
const gaps: readonly (readonly [what: string, change: Change])[] = [
  ...maps.map((name) => [name, (snapshot: ClusterSnapshot) => ({ ...snapshot, [name]: {} })] as const),
  ...lists.map((name) => [`no ${name}`, unlist(name)] as const),
  ["no scale sets", withoutScaleSets],
  ...sectionNames.map((name) => [`section ${name}`, deny(name)] as const),
];

/** Where the component itself cannot be read, what AKS says of its last operation is the cause. */
const byWordOfAks: Readonly<Partial<Record<string, FindingId>>> = {
  "cluster.provisioning-failed": "pool.subnet-ip-free",
  "pe.provisioning": "cluster.provisioning-failed",
};

test.each(faults)(
  "%s, and a part cannot be read: no other cause, and not healthy",
  (name, snapshot, cause) => {
    expectEach(
      sampleBy(gaps, ([what]) => what, name),
      (change) => {
        const diagnosis = diagnose(change(snapshot));
        expect([null, cause, byWordOfAks[cause]]).toContain(diagnosis.rootCause?.check ?? null);
        expect(diagnosis.verdict).not.toBe("healthy");
      },
    );
  },
);
