// Every function of the product that goes over text from outside: chats, clusters, Azure, alerts, settings of others.

import { missingPermission } from "../../../src/azure/arm/arm-failure.ts";
import { rightsOf } from "../../../src/core/access/fix-rights.ts";
import { alertText, portalLink } from "../../../src/core/alert/alert-text.ts";
import { azureMonitor } from "../../../src/core/alert/sources/azure-monitor.ts";
import { readApply, readCheck } from "../../../src/core/change/apply-line.ts";
import { readLook } from "../../../src/core/change/look-line.ts";
import { clientTestResultsIn } from "../../../src/core/client/judge.ts";
import { pastedLookup } from "../../../src/core/client/pasted-lookup.ts";
import { readClientTest } from "../../../src/core/client/read-client-test.ts";
import { parseClusterName, writtenCluster } from "../../../src/core/cluster-name.ts";
import { parseChange } from "../../../src/core/command/change/parse-change.ts";
import { readSentFile } from "../../../src/core/command/change/read-sent-file.ts";
import { fileNameOf } from "../../../src/core/command/change/sent-file.ts";
import { splitShellWords } from "../../../src/core/command/grammar/shell-words.ts";
import { applyFilters, readFilter } from "../../../src/core/command/output-filter.ts";
import { outputFormat } from "../../../src/core/command/output-format.ts";
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { askedText } from "../../../src/core/conversation/grammar/asked-text.ts";
import { decodeEntities, htmlPieces } from "../../../src/core/conversation/grammar/html.ts";
import {
  apiNamesMeant,
  clusterInSentence,
  keptPaste,
  parseIntent,
  splitPaste,
} from "../../../src/core/conversation/grammar/parse-intent.ts";
import { parseTarget } from "../../../src/core/conversation/grammar/parse-target.ts";
import { parseCommandAndCluster, parseMode } from "../../../src/core/conversation/grammar/parse-verb.ts";
import { suggestVerb } from "../../../src/core/conversation/grammar/suggest-verb.ts";
import { resolveMentions, teamsText } from "../../../src/core/conversation/grammar/teams-text.ts";
import { brief, parsePlace } from "../../../src/core/conversation/parse-error.ts";
import { readSpoken } from "../../../src/core/conversation/plain-words/languages/languages.ts";
import { halfWidth } from "../../../src/core/conversation/plain-words/languages/written-form.ts";
import { thingIn } from "../../../src/core/conversation/plain-words/named-object.ts";
import { readPlain } from "../../../src/core/conversation/plain-words/read-plain-words.ts";
import { chooseReading } from "../../../src/core/conversation/reading/choose-reading.ts";
import { findCluster, meantCluster } from "../../../src/core/conversation/reading/find-cluster.ts";
import { spokenCommand } from "../../../src/core/conversation/reading/spoken-command.ts";
import { offered } from "../../../src/core/conversation/reading/suggestions.ts";
import { understandLine } from "../../../src/core/conversation/reading/understand-line.ts";
import { splitWords } from "../../../src/core/conversation/split-words.ts";
import { undoTypography } from "../../../src/core/conversation/typography.ts";
import { hintFor, needsFor, suspectsFor } from "../../../src/core/diagnosis/symptoms.ts";
import { vaultNameOf } from "../../../src/core/finding/cluster/kms-vault.ts";
import { formerName } from "../../../src/core/finding/cluster/versions.ts";
import { judgeInCluster } from "../../../src/core/in-cluster/judge-in-cluster.ts";
import { readInCluster } from "../../../src/core/in-cluster/read-in-cluster.ts";
import { firstBatches } from "../../../src/core/in-cluster/reads.ts";
import { azureWords, parseErrorBody } from "../../../src/core/outcome/error-text.ts";
import { maskSecrets } from "../../../src/core/redact/mask-secrets.ts";
import { redact, redactOutput } from "../../../src/core/redact/redact.ts";
import { podTrouble } from "../../../src/core/run/failure.ts";
import {
  idKey,
  nameOf,
  networkIdOf,
  parseResourceId,
  withoutIds,
} from "../../../src/core/snapshot/resource-id.ts";
import { supportNow } from "../../../src/core/snapshot/support-calendar.ts";
import { forbiddenIn, saysNone, tableOf } from "../../../src/core/table/table-of.ts";
import { matchesGlob } from "../../../src/core/text/glob.ts";
import { chunksIn } from "../../../src/core/text/marked.ts";
import { nearest } from "../../../src/core/text/nearest.ts";
import { cutText, withoutTrailing } from "../../../src/core/text/text.ts";
import { clean } from "../../../src/doors/cli/print.ts";
import { tagged } from "../../../src/presenters/card/mentions.ts";
import { paginate } from "../../../src/presenters/card/pages.ts";
import { resourceLabel, subscriptionOf } from "../../../src/presenters/card/scope.ts";
import {
  clip,
  commandLines,
  label,
  outputCode,
  plain,
  sentence,
  shellCode,
  spoken,
  visible,
} from "../../../src/presenters/card/text.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { remark } from "../../../src/presenters/messages/speech/ways-in.ts";
import { storableText } from "../../../src/store/kit/stored-text.ts";
import { azureSide, healthyInCluster, inClusterWith, pod } from "../../fixtures/in-cluster.ts";
import { changed, setClient } from "../../fixtures/snapshot-changes.ts";

const html = (content: string) =>
  teamsText({ text: "run", attachments: [{ contentType: "text/html", content }], recipientId: "28:bot" });
const alert = (text: string) =>
  azureMonitor.parse({
    schemaId: "azureMonitorCommonAlertSchema",
    data: {
      essentials: {
        alertId: text.slice(0, 2_000),
        alertRule: text,
        severity: "Sev1",
        monitorCondition: "Fired",
        monitoringService: "Prometheus",
        configurationItems: [text.slice(0, 2_000)],
        firedDateTime: "2026-11-25T03:12:09Z",
        description: text,
        investigationLink: text,
      },
      alertContext: { expression: text, annotations: { summary: text } },
    },
  });
const clusters = [
  {
    id: "/subscriptions/s/x",
    name: "prod-1",
    resourceGroup: "rg",
    subscriptionId: "s",
    location: "l",
    powerState: "Running",
    private: true,
  },
];
const argvOf = (output: string) => ({ argv: ["kubectl", "get", "pods", `--output=${output}`] });

const english = messages("en");
const nonce = "0123456789abcdef".repeat(2);
const insideReads = firstBatches().flat();
/** Each read prints its part of the text. */
const looked = (text: string, exitCode: number, printed: (part: string) => string = (part) => part) => {
  const part = printed(text.slice(0, Math.ceil(text.length / insideReads.length)));
  const output = insideReads
    .map(({ id }) => `@@${nonce} begin ${id}\n${part}\n@@${nonce} end ${id} ${exitCode}\n`)
    .join("");
  const went = { is: "ran", output, began: "2026-11-26T10:00:00Z" } as const;
  return readInCluster({ ran: [{ reads: insideReads, nonce, went }], denied: [], now: went.began });
};
const parsedChange = parseChange("kubectl set image deploy/api api=contoso.example/api:2");
if (!parsedChange.ok) throw new Error("no change");
const change = parsedChange.request;
const printed = (id: string, text: string, exitCode: number) =>
  `@@${nonce} begin ${id}\n${text}\n@@${nonce} end ${id} ${exitCode}\n`;
/** All is there but what one command printed, which is the text. */
function lookedAt(text: string, id: string, exitCode: number) {
  const object = '{\n"metadata":{"name":"api"}\n}';
  const others = { "version-0": "u/g1", "object-0": object, change: object };
  const chunks = Object.entries(others).map(([each, said]) =>
    each === id ? printed(id, text, exitCode) : printed(each, said, 0),
  );
  return readLook(change, nonce, chunks.join(""));
}
/** The text as what Kubernetes says of a pod that waits. */
const judgedPod = (text: string) =>
  judgeInCluster(
    inClusterWith("pods", [
      { ...pod, phase: "Pending", waiting: ["ErrImagePull"], said: [text, `image "${text}`], unplaced: text },
    ])(healthyInCluster),
    azureSide,
    [],
  );

/** Those that take long for each character; their inputs are drawn from the list with a seed. */
export const slowFunctions: Readonly<Record<string, (text: string) => unknown>> = {
  "masking of any text": (text) => maskSecrets(text),
  "masking of values in a jsonpath": (text) =>
    maskSecrets(text, argvOf("jsonpath={.items[*].spec.containers[*].env[*].value}")),
  "masking of objects in a jsonpath": (text) =>
    maskSecrets(text, argvOf("jsonpath={.items[*].spec.containers[*].args}")),
  "masking of columns": (text) =>
    maskSecrets(`A  B\n${text}`, argvOf("custom-columns=A:.metadata.name,B:.spec.containers[*].env")),
  "masking of a table": (text) => maskSecrets(`A  TOKEN  PASSWORD\n${text}`, argvOf("wide")),
};

export const quickFunctions: Readonly<Record<string, (text: string) => unknown>> = {
  ...{ redact, parseErrorBody, paginate, visible, spoken, commandLines, subscriptionOf },
  ...{ htmlPieces, decodeEntities, undoTypography, splitWords, parseIntent, parseMode },
  ...{ readClientTest, splitPaste, keptPaste, clusterInSentence, askedText, suggestVerb },
  ...{ understandLine, readPlain, readSpoken, halfWidth, spokenCommand, brief, parsePlace },
  ...{ parseClusterName, writtenCluster, splitShellWords, readSentFile, saysNone, forbiddenIn },
  ...{ podTrouble, portalLink, idKey, nameOf, withoutIds, parseResourceId, networkIdOf },
  ...{ missingPermission, remark, storableText, clean, plain, label, sentence },
  "lines of a fix": (line) =>
    rightsOf(
      {
        roles: [{ role: "Network Contributor", on: [line] }],
        risks: [],
        disruptive: false,
        steps: [{ kind: "grantRole", to: { appId: line }, role: line, scope: line }],
      },
      { clusterId: "/subscriptions/s", resourceId: line },
    ),
  "the name of whoever is asked": tagged,
  redactOutput: (text) => redactOutput(text.slice(0, 1), { argv: [] }),
  cutText: (text) => cutText(text, 100_000, true),
  "parseErrorBody of a page": (text) => parseErrorBody(`<title>${text}`),
  azureWords: (text) => azureWords([text, text.slice(1)]),
  withoutTrailing: (text) => withoutTrailing(`${text}x`, text.slice(0, 1)),
  "plain without a limit": (text) => plain(text, Number.POSITIVE_INFINITY),
  clip: (text) => clip(text, 100),
  outputCode: (text) => outputCode([text], 1),
  shellCode: (text) => shellCode([text]),
  resourceLabel: (text: string) => resourceLabel(text, english),
  teamsText: (text) => teamsText({ text, recipientId: "28:bot" }),
  "teamsText of HTML": html,
  resolveMentions: (text) => resolveMentions(text, [], "28:bot", true),
  "readClientTest of lines": (text) => readClientTest(text.replaceAll(" ", "\n")),
  "judgement of a pasted test": (text) => clientTestResultsIn(changed(setClient({ symptom: text }))),
  "suspects of an error": (text) => [suspectsFor(text), needsFor(text), hintFor(text)],
  "a pasted test behind a question": (text) => parseIntent(`diagnose prod-1 with "\n${text}`),
  "a pasted test alone": (text) => parseIntent(`\n${text}\ncurl: (6) Could not resolve host: x\n`),
  apiNamesMeant: (text) => apiNamesMeant(text, []),
  parseTarget: (text) => parseTarget(text, true),
  parseCommandAndCluster: (text) => parseCommandAndCluster(text, "run"),
  "a sentence about a cluster": (text) => understandLine(`why is ${text.slice(0, 580)}`),
  "a sentence of many lines": (text) => understandLine(text.replaceAll(" ", "\n")),
  thingIn: (text) => thingIn(readSpoken(`logs of ${text}`).line, readSpoken("").language),
  "a command in a sentence": (text) => spokenCommand(`please run kubectl ${text.slice(0, 570)}`),
  offered: (text) => offered({ is: "didYouMean", phrase: text.slice(0, 60) }, [text.slice(0, 63)]),
  meantCluster: (text) => meantCluster(text, clusters, new Map()),
  chooseReading: (text) => {
    const line = understandLine(text);
    return line.is === "readings" ? chooseReading(line, clusters, new Map()) : null;
  },
  formerName: (text) => formerName(text, { fqdn: "prod-1-x1y2.hcp.westeurope.azmk8s.io" }),
  vaultNameOf: (text) => vaultNameOf({ keyId: text, vaultAccess: "Public" }),
  supportNow: (text) => supportNow({}, text, "2026-11-25T10:00:00Z"),
  findCluster: (text) => findCluster(text, clusters),
  nearest: (text) => nearest(text, ["prod-1", "prod-2"], 5),
  "a pasted lookup": (text) => pastedLookup(`Server: a Address: 10.0.0.1 Name: ${text}`, "a"),
  parseKubectl: (text) => parseKubectl(`kubectl get pods ${text}`),
  parseChange: (text) => parseChange(`kubectl annotate pod a note='${text}'`),
  "a patch": (text) => parseChange(`kubectl patch pod a -p '{"a":"${text}"}'`),
  "a sent file of lines": (text) => readSentFile(text.replaceAll(" ", "\n")),
  "a sent file of JSON": (text) =>
    readSentFile(JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, a: text })),
  "a sent file of keys": (text) =>
    readSentFile(`{${Array.from({ length: Math.min(text.length, 2_000) }, (_, at) => `k${at}`).join(",")}}`),
  fileNameOf: (text) => fileNameOf(`${text}.yaml`),
  readFilter: (text) => readFilter(["grep", text]),
  applyFilters: (text) =>
    applyFilters(text, {
      argv: ["kubectl", "get", "pods"],
      filters: [
        { kind: "grep", pattern: "aB", ignoreCase: true, invert: false },
        { kind: "tail", lines: 10 },
      ],
    }),
  chunksIn: (text) => chunksIn(text.replaceAll(" ", `\n@@${nonce} `), nonce),
  readLook: (text) => lookedAt(text, "object-0", 0),
  "readLook of a refusal": (text) => lookedAt(text, "change", 1),
  "readLook of fields": (text) =>
    lookedAt(`{\n"metadata":{"name":"api"},"a":${JSON.stringify(text)}\n}`, "change", 0),
  readApply: (text) =>
    readApply(change, ["u/g1"], nonce, printed("apply", `@@${nonce} sent apply\n${text}`, 0)),
  readCheck: (text) => readCheck(change, ["u/g1"], nonce, printed("version-0", text, 0)),
  "outputs of kubectl inside a cluster": (text) => looked(text, 0),
  "errors of kubectl inside a cluster": (text) => looked(text, 1),
  "a ConfigMap inside a cluster": (text) =>
    looked(text, 0, (part) => `[\n    ${JSON.stringify({ a: part })}\n]`),
  "a text of Kubernetes inside a cluster": (text) =>
    looked(text, 0, (part) => `[\n    ${JSON.stringify(part)}\n]`),
  "what Kubernetes says of a pod": judgedPod,
  tableOf: (text) => tableOf({ verb: "get", resources: ["pods"], argv: [] }, text),
  "tableOf of rows": (text) =>
    tableOf(
      { verb: "get", resources: ["leases"], argv: [] },
      `NAME   A B   AGE\n${text.replaceAll(",", "\n")}`,
    ),
  "forbiddenIn of a message": (text) => forbiddenIn(`Error from server (Forbidden): ${text}`),
  outputFormat: (text) => outputFormat([text]),
  alertText: (text) => alertText(text, 300),
  azureMonitor: alert,
  matchesGlob: (text) => matchesGlob("*a*b*c*", text),
};
