// One cluster, as it is seen by whoever asks: from each place, now or said earlier, and with what may stand inside.
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import type { Diagnosis } from "../../../src/core/diagnosis/diagnosis.ts";
import { mergeInCluster } from "../../../src/core/diagnosis/merge-in-cluster.ts";
import type { Client, ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { lookThat, type Printed } from "../../fixtures/in-cluster-printed.ts";

const saidAt = "2026-11-26T08:00:00Z";

const places: Readonly<Record<string, Client>> = {
  nowhere: {},
  home: { stands: "internet" },
  "home, said earlier": { stands: "internet", saidAt },
  office: { stands: "gateway" },
  "a machine in Azure": { stands: "azure" },
  "an address on the Internet": { ip: "20.50.9.9" },
  "the same, said earlier": { ip: "20.50.9.9", saidAt },
  "an address of the office": { ip: "192.168.1.10" },
  "a network": { virtualNetwork: "vnet-hub" },
};

const looks: Readonly<Record<string, Printed | null>> = {
  unseen: null,
  well: {},
  "without names": {
    deployments: [["coredns"], [2], [0], ["konnectivity-agent"], [2], [2]],
    systemSlices: [],
  },
  "without agents": { deployments: [["konnectivity-agent"], [2], []] },
  "API server not ready": { ready: { error: "[-]etcd failed: reason withheld" } },
};

type View = readonly [name: string, judge: () => Diagnosis];

/** Judged only where it is asked for: each is a whole diagnosis. */
export const diagnosesOf = (name: string, snapshot: ClusterSnapshot): readonly View[] =>
  Object.entries(places).flatMap(([place, client]) =>
    Object.entries(looks).map(([inside, look]): View => {
      const seen = { ...snapshot, client: { ...snapshot.client, ...client } };
      const judge = (): Diagnosis =>
        look === null ? diagnose(seen) : mergeInCluster(diagnose(seen), seen, lookThat(look));
      return [`${name}, from ${place}, inside ${inside}`, judge];
    }),
  );
