// What keeps a pod from running, by the words that Kubernetes has for it.
import { type Columns, columns } from "../../outcome/columns.ts";
import type { Pod } from "../model.ts";

const imageReasons = ["ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName"];

export const isImageTrouble = ({ waiting }: Pod): boolean =>
  waiting.some((each) => imageReasons.includes(each));
export const isCrashing = ({ waiting }: Pod): boolean => waiting.includes("CrashLoopBackOff");
/** For what comes by itself. */
const passing = ["ContainerCreating", "PodInitializing"];
const known = [...imageReasons, "CrashLoopBackOff", ...passing];

/** A container waits for another reason, such as RunContainerError. */
export const isHeldUp = ({ waiting }: Pod): boolean => waiting.some((each) => !known.includes(each));
export const isPending = ({ phase }: Pod): boolean => phase === "Pending";

/** Without one of these kube-system does not do its work. */
const components = [
  ...["coredns-", "konnectivity-agent-", "metrics-server-", "kube-proxy-", "cloud-node-manager-"],
  ...["azure-cns-", "azure-cni-", "azure-npm-", "azure-ip-masq-agent-", "cilium-", "calico-"],
];

export const isComponent = ({ namespace, name }: Pod): boolean =>
  namespace === "kube-system" && components.some((prefix) => name.startsWith(prefix));

/** For evidence, as kubectl lists them. */
export const podLine = ({ namespace, name, waiting, phase, node }: Pod): Columns =>
  columns([namespace, name].join("/"), waiting[0] ?? phase, node);

/** Nobody reads on through a hundred of them. */
export const podLines = (pods: readonly Pod[]): readonly Columns[] => pods.slice(0, 10).map(podLine);
