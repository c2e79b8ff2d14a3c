// What keeps a pod from running, by the words that Kubernetes has for it.
import { type Columns, columns } from "../../outcome/columns.ts";
import type { Pod } from "../reads/model.ts";

const imageReasons = ["ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName"];

export const isImageTrouble = ({ waiting }: Pod): boolean =>
  waiting.some((each) => imageReasons.includes(each));
export const isCrashing = ({ waiting }: Pod): boolean => waiting.includes("CrashLoopBackOff");
const configReason = "CreateContainerConfigError";

/** What it is to be given is not there, or not as it is asked for. */
export const lacksConfig = ({ waiting }: Pod): boolean => waiting.includes(configReason);
/** For what comes by itself. */
const passing = ["ContainerCreating", "PodInitializing"];
const known = [...imageReasons, "CrashLoopBackOff", configReason, ...passing];

/** The worst first; a reason that is not listed is worse than one that passes. */
const byTrouble = ["CrashLoopBackOff", ...imageReasons, configReason];

/** How soon a container that waits for this reason is looked at: less is sooner; null where it comes by itself. */
export const troubleOf = (why: string): number | null => {
  if (why === "" || passing.includes(why)) return null;
  const at = byTrouble.indexOf(why);
  return at === -1 ? byTrouble.length : at;
};

/** A container waits for another reason, such as RunContainerError. */
export const isHeldUp = ({ waiting }: Pod): boolean => waiting.some((each) => !known.includes(each));
export const isPending = ({ phase }: Pod): boolean => phase === "Pending";

type Named = Readonly<{ namespace: string; name: string }>;

/** As kubectl names it across namespaces. */
export const fullName = ({ namespace, name }: Named): string => `${namespace}/${name}`;

/** Without one of these kube-system does not do its work. */
const components = [
  ...["coredns-", "konnectivity-agent-", "metrics-server-", "kube-proxy-", "cloud-node-manager-"],
  ...["azure-cns-", "azure-cni-", "azure-npm-", "azure-ip-masq-agent-", "cilium-", "calico-"],
];

export const isComponent = ({ namespace, name }: Pod): boolean =>
  namespace === "kube-system" && components.some((prefix) => name.startsWith(prefix));

/** For evidence, as kubectl lists them. */
const podLine = (pod: Pod): Columns => columns(fullName(pod), pod.waiting[0] ?? pod.phase, pod.node);

/** Nobody reads on through a hundred of them. */
export const podLines = (pods: readonly Pod[]): readonly Columns[] => pods.slice(0, 10).map(podLine);
