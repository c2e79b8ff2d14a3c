// k8s.api-endpoint: where pods find the API server, beside where Azure says that it stands. That they are the same on
// every private cluster is not documented, so that a difference is a hint and no fault.
import type { Outcome } from "../../../outcome/check.ts";
import { advise, fail, notApplicable, pass } from "../../../outcome/outcomes.ts";
import { defineFinding } from "../define-finding.ts";

export type ApiEndpointFact = Readonly<
  | { is: "same"; addresses: readonly string[] }
  | { is: "differs"; addresses: readonly string[]; expected: readonly string[] }
  | { is: "none" }
  | { is: "notKnown" }
>;

export const apiEndpoint = defineFinding({
  id: "k8s.api-endpoint",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/private-clusters",
  needs: ["apiEndpoints"],
  after: [],
  evaluate: ({ apiEndpoints }, { azure: { apiAddresses } }): Outcome<ApiEndpointFact> => {
    const addresses = apiEndpoints.flatMap((slice) => slice.addresses);
    if (addresses.length === 0) return fail({ is: "none" });
    if (apiAddresses === null) return notApplicable({ is: "notKnown" });
    return addresses.every((each) => apiAddresses.includes(each))
      ? pass({ is: "same", addresses })
      : advise({ is: "differs", addresses, expected: apiAddresses });
  },
});
