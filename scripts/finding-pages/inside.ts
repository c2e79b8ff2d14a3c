// What a finding inside the cluster is read by: the very commands that are sent, and what they take in Kubernetes.
import type { InClusterFinding } from "../../src/core/in-cluster/findings/define-finding.ts";
import type { PartName } from "../../src/core/in-cluster/reads/model.ts";
import { requestOf, specs } from "../../src/core/in-cluster/reads.ts";
import { quoteArgv } from "../../src/core/text/marked.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { table } from "./page.ts";

const { insideParts, sayInsideNeeds } = messages("en");

function rightFor(part: PartName): string {
  const needs = requestOf(specs[part]).reads.map(({ resource, scope }) => ({ resource, scope }));
  return needs.length === 0 ? "everybody whom the cluster knows" : sayInsideNeeds(needs);
}

const lineOf = (part: PartName): string => quoteArgv(requestOf(specs[part]).argv);

export function looksInside({ needs }: InClusterFinding): string {
  if (needs.length === 0)
    return "No read of its own: it is seen by whether the commands of the look ran, and by what Kubernetes refused of them.";
  const rights = table(
    ["read", "takes in Kubernetes the right to"],
    needs.map((part) => [insideParts[part], rightFor(part)]),
  );
  return `${rights}\n\nBy these lines, among others in one run command:\n\n\`\`\`sh\n${needs.map(lineOf).join("\n")}\n\`\`\``;
}
