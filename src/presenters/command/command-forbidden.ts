// Kubernetes refused a command: which right is missing and where, who may, and its message whole.

import { commandText } from "../../core/command/grammar/command-request.ts";
import { rbacReader } from "../../core/finding/rights/refused-by-kubernetes.ts";
import type { Forbidden } from "../../core/table/table-of.ts";
import { actionButton } from "../card/button.ts";
import { presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { isRepeatable, runFooter } from "../card/run-texts.ts";
import { visible } from "../card/text.ts";
import { grantPart } from "../conversation/azure-denied.ts";
import type { Messages } from "../messages/messages.ts";
import { type FinishedCommand, warnings } from "./command-parts.ts";

/** Roles of Azure's are given on the cluster or on one namespace of it. */
const scopeOf = (cluster: string, namespace: string | null): string =>
  namespace === null ? cluster : `${cluster}/namespaces/${namespace}`;

function factsOf({ refused, namespace, byAzure }: Forbidden, { forbidden: texts }: Messages) {
  const { verb, what, action, isReadable } = refused;
  const narrower = namespace === null && isReadable ? texts.nextNarrower : "";
  // Below stands the line by which an owner gives the role.
  if (byAzure && isReadable)
    return { missing: action, whoMay: texts.whoMayByAzure({ role: rbacReader }), next: narrower };
  if (byAzure) return { missing: action, whoMay: texts.whoMayByAction({ action }), next: texts.nextByAzure };
  return {
    missing: texts.kubernetesRight({ verb, what }),
    whoMay: namespace === null ? texts.whoMayByClusterBinding : texts.whoMayByBinding({ namespace }),
    next: narrower === "" ? texts.nextByBinding : narrower,
  };
}

export function presentForbidden(ran: FinishedCommand, forbidden: Forbidden, messages: Messages): Presented {
  const { run, task, result } = ran;
  const { forbidden: texts } = messages;
  const { refused, namespace, byAzure, others } = forbidden;
  const where = namespace === null ? texts.inCluster : texts.inNamespace({ namespace });
  const { missing, whoMay, next } = factsOf(forbidden, messages);
  const grant =
    byAzure && refused.isReadable
      ? grantPart(
          run.requester,
          { role: rbacReader, scope: scopeOf(run.cluster.id, namespace), cluster: run.cluster.name },
          messages,
        )
      : {};
  const lines = visible(result.output).trimEnd().split("\n");
  return presentNotice(messages, {
    style: "warning",
    title: texts.title({ cluster: run.cluster.name }),
    subtitle: texts.subtitle({ verb: refused.verb, what: refused.what, where }),
    asked: commandText(task.request),
    paragraphs: [
      ...warnings(task.request, task.clusterAdmin, messages),
      others > 0 ? texts.others({ count: others }) : "",
      texts.reached,
      ...(grant.paragraphs ?? []),
    ],
    facts: [
      { title: texts.missing, value: missing },
      { title: texts.whoMay, value: whoMay },
      { title: texts.next, value: next },
    ],
    said: { label: texts.said, lines },
    codes: grant.codes ?? [],
    buttons: isRepeatable(run)
      ? [actionButton(messages.buttons.runAgain, { verb: "run.again", run: run.id })]
      : [],
    footer: runFooter(run, messages),
  });
}
