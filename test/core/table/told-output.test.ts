// How an output is told: as a table, as a sentence, by its two ends, or as it is.

import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { forbiddenIn, saysNone, toldOutput } from "../../../src/core/table/table-of.ts";
import {
  badNight,
  forbidden,
  forbiddenByAzure,
  forbiddenEverywhere,
  json,
  longLog,
} from "../../fixtures/kubectl-tables.ts";

const heads = "NAMESPACE   NAME   READY   STATUS   RESTARTS   AGE\n";

const told = (command: string, output: string, more: { exitCode?: number; truncated?: boolean } = {}) => {
  const parsed = parseKubectl(command);
  if (!parsed.ok) throw new Error(command);
  const result = { exitCode: 0, truncated: false, masked: 0, operationId: "op1", ...more, output };
  return toldOutput(parsed.request, result).as;
};

test.each<[string, string, { exitCode?: number; truncated?: boolean }, string]>([
  ["kubectl get pods -A", badNight, {}, "table"],
  ["kubectl get pods -A", badNight, { truncated: true }, "table"],
  ["kubectl get pods -A -o yaml", badNight, {}, "text"],
  ["kubectl get pods", "No resources found in default namespace.\n", {}, "none"],
  ["kubectl top pods", "No resources found in default namespace.\n", {}, "none"],
  ["kubectl events", "No events found in default namespace.\n", {}, "none"],
  ["kubectl get pods -A | grep -e NAME -e billing", heads, {}, "filteredOut"],
  ["kubectl get deployments,pods -A | grep -e NAME -e billing", `${heads}\n${heads}`, {}, "filteredOut"],
  [
    "kubectl get jobs,pods -A | grep -e NAME -e billing",
    `${heads}Error from server (Forbidden): jobs.batch is forbidden: User "a" cannot list resource "jobs"\n`,
    { exitCode: 1 },
    "filteredOut",
  ],
  ["kubectl get pods -A | grep -e NAME", heads, {}, "text"],
  ["kubectl get pods -A | grep billing", "", {}, "text"],
  ["kubectl get pods -A | grep -e NAME -e billing", heads, { truncated: true }, "ends"],
  ["kubectl get pods -A | grep -e NAME -e billing", heads, { exitCode: 1 }, "text"],
  ["kubectl get pods -A | grep -e NAME -v -e billing", heads, {}, "text"],
  ["kubectl logs api-0", "No resources found in default namespace.\n", {}, "text"],
  ["kubectl get pods", forbidden, { exitCode: 1 }, "forbidden"],
  ["kubectl get pods", forbidden, {}, "text"],
  ["kubectl get pods", `${forbidden}error: something else\n`, { exitCode: 1 }, "text"],
  ["kubectl logs api-0", longLog, { truncated: true }, "ends"],
  ["kubectl logs api-0", longLog, {}, "text"],
  ["kubectl get pod api-0 -o json", json, {}, "text"],
])("%s, %#", (command, output, more, as) => {
  expect(told(command, output, more)).toBe(as);
});

test.each([
  ["No resources found", true],
  ["No resources found in payments namespace.", true],
  ["No events found.", true],
  ["No resources found in payments namespace.\nError from server", false],
  ["", false],
])("%j says that there is none: %s", (output, none) => {
  expect(saysNone(output)).toBe(none);
});

test.each([
  [
    forbidden,
    { namespace: "payments", byAzure: false, others: 0 },
    "Microsoft.ContainerService/managedClusters/pods/read",
  ],
  [
    forbiddenByAzure,
    { namespace: "payments", byAzure: true, others: 0 },
    "Microsoft.ContainerService/managedClusters/pods/read",
  ],
  [
    forbiddenEverywhere,
    { namespace: null, byAzure: false, others: 0 },
    "Microsoft.ContainerService/managedClusters/nodes/read",
  ],
  [
    `${forbidden}${forbidden}`,
    { namespace: "payments", byAzure: false, others: 1 },
    "Microsoft.ContainerService/managedClusters/pods/read",
  ],
])("what is refused, %#", (output, where, action) => {
  expect(forbiddenIn(output)).toMatchObject({ ...where, refused: { action } });
});

test.each(["", "Error from server (NotFound): pods not found", `${forbidden}NAME   READY\n`])(
  "%j refuses nothing",
  (output) => {
    expect(forbiddenIn(output)).toBeNull();
  },
);
