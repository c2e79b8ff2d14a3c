// Who is refused, and by what, in what Kubernetes prints: only what the requester's own rights do not allow is a matter of
// the requester's rights.

/**
 * `requester`, `workload` (a service account), `component` (a node, or a part of Kubernetes) lack a right; `unknownCaller`
 * came without a sign-in. The others say no to what was sent, whoever sent it: `commandPod` to the pod of a run command.
 */
export type ClientRefusal =
  | "requester"
  | "workload"
  | "component"
  | "unknownCaller"
  | "commandPod"
  | "policy"
  | "quota"
  | "podSecurity"
  | "otherRule";

const byPolicy =
  /admission webhook "[^"]{1,200}" denied the request|ValidatingAdmissionPolicy '[^']{1,200}'[^\n]{0,300}denied request/i;

/** AKS itself writes that pod, and says that it could not. Whatever a command applies is written by its requester. */
const ofCommandPod = /Kubernetes(?:Operation|Performance)Error|failed to run command|aks-command/i;
const ofOwnObject = /error when (?:creating|applying|patching|replacing|deleting|retrieving)|exitcode/i;

const user = /\bUser "([^"\n]{1,250})" cannot \w{1,40} (?:resource|path)\b/i;

function ofUser(name: string): ClientRefusal {
  if (/^system:serviceaccount:/.test(name)) return "workload";
  if (name === "system:anonymous") return "unknownCaller";
  return name.startsWith("system:") ? "component" : "requester";
}

/** Null where the text tells of no refusal. Of several, what a rule turned down comes first: that one was let in. */
export function refusalIn(symptom: string): ClientRefusal | null {
  const text = symptom.replaceAll('\\"', '"');
  if (byPolicy.test(text))
    return ofCommandPod.test(text) && !ofOwnObject.test(text) ? "commandPod" : "policy";
  if (/exceeded quota: /i.test(text)) return "quota";
  if (/violates PodSecurity "/i.test(text)) return "podSecurity";
  const name = user.exec(text)?.[1];
  if (name !== undefined) return ofUser(name);
  if (!/Error from server \(Forbidden\)/i.test(text))
    return /cannot (?:get|list|watch|create|update|patch|delete) resource/i.test(text) ? "requester" : null;
  // Behind a right that is missing stands whose it is; behind a rule, what it says.
  return /\bis forbidden: (?!User\b)\S/i.test(text) ? "otherRule" : "requester";
}
