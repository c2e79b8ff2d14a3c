// k8s.apiservices: an aggregated API that does not answer slows down whatever asks which APIs there are, kubectl first.

import type { Outcome } from "../../../outcome/check.ts";
import { type Columns, columns } from "../../../outcome/columns.ts";
import { fail, pass } from "../../../outcome/outcomes.ts";
import type { ApiService } from "../../model.ts";
import { defineFinding, namesOf } from "../define-finding.ts";
import { metricsApi } from "../system/k8s.metrics-server.ts";

export type ApiServicesFact = Readonly<
  { is: "allAnswer"; count: number } | { is: "down"; names: readonly string[] }
>;

const lineOf = ({ name, service, reason }: ApiService): Columns =>
  columns(name, [service.namespace, service.name].join("/"), reason);

/** The metrics' own has a finding of its own. */
export const apiServices = defineFinding({
  id: "k8s.apiservices",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/apiserver-aggregation/",
  needs: ["apiServices"],
  after: ["k8s.nodes-ready", "k8s.konnectivity", "k8s.tunnel-live"],
  evaluate: ({ apiServices: all }): Outcome<ApiServicesFact> => {
    const others = all.filter(({ name }) => name !== metricsApi);
    const down = others.filter(({ isAvailable }) => !isAvailable);
    return down.length > 0
      ? fail({ is: "down", names: namesOf(down) }, { evidence: down.slice(0, 10).map(lineOf) })
      : pass({ is: "allAnswer", count: others.length });
  },
});
