// What the grammar takes and may yet be a sentence.

import { resourceNames } from "../../command/grammar/resources.ts";
import { parseKubectl } from "../../command/parse-kubectl.ts";
import type { Intent } from "../intent.ts";
import { isOfKubectl } from "../plain-words/languages/known-words.ts";
import { isCommon, readSpoken } from "../plain-words/languages/languages.ts";
import { slipsOf } from "../plain-words/languages/slips.ts";
import { isSpokenOf, isWritten } from "./spoken-command.ts";

const pronouns = new Set(["it", "this", "that", "again", "now", "please", "there", "everything", "things"]);
const isExplicit = (text: string): boolean =>
  /^\W*(?:please\W+)?(?:diagnose|unwatch)\b/i.test(text.slice(0, 40));

/** `run az aks list` is refused as a command; `run for your life` is none. */
export const isTool = (intent: Intent, text: string): boolean =>
  "command" in intent && (intent.cluster !== null || /[`"']/.test(text) || tools.test(intent.command));
const tools =
  /^\s*(?:kubectl|az|helm|docker|crictl|bash|sh|pwsh|curl|wget|rm|ssh|scp|cat|ls|terraform|flux|argocd|istioctl|cilium|kubelogin|kubeadm|kustomize|sudo|nslookup|dig|ping|openssl|python3?|node)\b/i;

export function isWeak(intent: Intent, text: string): boolean {
  if (intent.kind === "help") return readSpoken(text).line.length > 1;
  if (intent.kind === "run" || intent.kind === "canI") return !isWritten(intent.command);
  if (!("cluster" in intent) || isOutput(intent, text)) return false;
  const { cluster } = intent;
  if (cluster === null) return isPastedLine(intent, text);
  return isExplicit(text)
    ? pronouns.has(cluster.toLowerCase())
    : isCommon(cluster.toLowerCase()) || !/\d/.test(cluster);
}

/** Something is said of a command that names no cluster. */
export const isOfCommand = (intent: Intent, text: string): boolean =>
  "command" in intent && intent.cluster === null && isSpokenOf(text);

/** Over several lines. */
export const isOutput = (intent: Intent, text: string): intent is Extract<Intent, { kind: "diagnose" }> =>
  intent.kind === "diagnose" && intent.client.symptom !== undefined && text.trim().includes("\n");

const isPastedLine = (intent: Intent, text: string): boolean =>
  intent.kind === "diagnose" && intent.client.symptom !== undefined && !isExplicit(text);

// `get pdo`: a type with a slip of the fingers, which kubectl would not find either.

const known = new Set(resourceNames);

/** With the only type that may be meant. */
export function withoutTypeSlip(intent: Intent): Intent {
  if (intent.kind !== "run") return intent;
  const { command } = intent;
  const parsed = parseKubectl(command);
  const [type, other] = parsed.ok ? parsed.request.resources : [];
  if (type === undefined || other !== undefined || isOfKubectl(type)) return intent;
  const [meant, second] = slipsOf(type, known);
  return meant === undefined || second !== undefined
    ? intent
    : { ...intent, command: command.replace(` ${type}`, ` ${meant}`) };
}
