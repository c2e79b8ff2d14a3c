// Prometheus Alertmanager: its webhook, version 4 of the body. One delivery has all alerts of a group, of whatever
// clusters and namespaces.
import { z } from "zod";
import { alertText } from "../alert-text.ts";
import { bodyReader, kilobyte, type SourceContract } from "./contract.ts";
import { alertOf, labelledAlert, listOf, testLabelled, whereOf } from "./labelled.ts";

/** A receiver may have a body of its own made: then nobody knows what it says. */
const body = z.object({
  version: z.literal("4"),
  receiver: z.string().nullish().catch(null),
  alerts: listOf(labelledAlert),
});

/** Prometheus writes the rule's expression into the address of its graph. */
function expressionIn(address: string | null | undefined): string {
  const url = address && address.length <= 4_000 ? URL.parse(address) : null;
  return alertText(url?.searchParams.get("g0.expr") ?? "", 300);
}

export const alertmanager: SourceContract = {
  path: "/api/alerts/alertmanager",
  authenticate: [{ by: "password" }],
  maxBodyBytes: 1024 * kilobyte,
  parse: bodyReader(body, ({ receiver, alerts }) =>
    alerts.map((one) =>
      alertOf("alertmanager", "", { ...one, receiver }, (labels, said) => {
        const expression = expressionIn(one.generatorURL);
        // What somebody wrote about it says more.
        return {
          is: "labelled",
          said,
          values: said || !expression ? [] : [expression],
          where: whereOf(labels),
        };
      }),
    ),
  ),
  testBody: (now) => ({ version: "4", receiver: "doctor", groupKey: "{}", alerts: [testLabelled(now)] }),
  // It delivers again after 5xx until the group's next interval; 4xx is final, 429 too.
  statuses: { taken: 200, unreadable: 400, notStored: 503 },
};
