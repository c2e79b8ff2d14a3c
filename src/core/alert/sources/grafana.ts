// Grafana: the webhook of its alerting (version 1 of the body), which has the alerts of a group and what was measured.
import { z } from "zod";
import { alertText } from "../alert-text.ts";
import { bodyReader, kilobyte, type SourceContract } from "./contract.ts";
import { alertOf, labelledAlert, listOf, testLabelled, whereOf } from "./labelled.ts";

/** What a contact point with a payload of its own sends is not read. */
const body = z.object({
  version: z.literal("1"),
  orgId: z.number().nullish().catch(null),
  receiver: z.string().nullish().catch(null),
  alerts: listOf(labelledAlert.extend({ values: z.looseObject({}).nullish().catch(null) })),
});

const mostValues = 4;

/** By the letter of the query or expression that gave it. */
const valuesOf = (values: object | null | undefined): readonly string[] =>
  Object.entries(values ?? {})
    .filter(([, value]) => typeof value === "number")
    .slice(0, mostValues)
    .map(([name, value]) => alertText(`${name} = ${Number(value.toPrecision(6))}`, 60));

export const grafana: SourceContract = {
  path: "/api/alerts/grafana",
  authenticate: [
    { by: "password" },
    {
      by: "signature",
      ...{ header: "x-grafana-alerting-signature", prefix: "", timeHeader: "x-grafana-alerting-timestamp" },
    },
  ],
  maxBodyBytes: 1024 * kilobyte,
  parse: bodyReader(body, ({ orgId, receiver, alerts }) =>
    alerts.map((one) =>
      alertOf("grafana", `${orgId ?? ""}|`, { ...one, receiver }, (labels, said) => ({
        ...{ is: "labelled", said, values: valuesOf(one.values), where: whereOf(labels) },
      })),
    ),
  ),
  testBody: (now) => ({ version: "1", receiver: "doctor", alerts: [testLabelled(now)] }),
  // Whatever is not 2xx is delivered again with the group's next interval: what cannot be read, until somebody mends it.
  statuses: { taken: 200, unreadable: 400, notStored: 503 },
};
