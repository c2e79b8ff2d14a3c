// Why AKS did not run a command, out of what it says: it runs one in a pod of its own, and the cluster may not take that.
// https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/error-codes/resolve-az-aks-command-invoke-failures

export type PodTrouble = Readonly<
  { is: "webhook"; name: string | null } | { is: "image" | "noNode" | "quota" | "notInTime" }
>;

const image = /image ?pull ?back ?off|err ?image ?pull|failed to pull image|pull image .{0,200}failed/i;
const noNode =
  /unschedulable|nodes are available|insufficient (cpu|memory|pods)|untolerated taint|no nodes? available/i;
const quota = /exceeded quota|failed quota/i;
const notInTime = /not started? within|did(n't| not) start|timed ?out|time ?out|deadline exceeded/i;

/** It was never made, so nothing ran in it. */
export const isPodRefused = (text: string): boolean => {
  const trouble = podTrouble(text)?.is;
  return trouble === "webhook" || trouble === "quota";
};

/** Null where it says none of these. Reasons are some hundred characters long. */
export function podTrouble(text: string): PodTrouble | null {
  const said = text.slice(0, 4_000);
  if (/admission webhook/i.test(said) && /denied|refused|failed/i.test(said))
    return { is: "webhook", name: /admission webhook \\?"([^"\\]{1,200})/i.exec(said)?.[1] ?? null };
  if (image.test(said)) return { is: "image" };
  if (noNode.test(said)) return { is: "noNode" };
  if (quota.test(said)) return { is: "quota" };
  return notInTime.test(said) ? { is: "notInTime" } : null;
}

/** Where it says none of these, AKS has waited for the pod in vain. */
export const likelyPodTrouble = (text: string): PodTrouble => podTrouble(text) ?? { is: "notInTime" };
