// Names of API servers, in every cloud: `….hcp.westeurope.azmk8s.io`, `….privatelink.westeurope.azmk8s.io`,
// `….cx.prod.service.azk8s.cn`. https://learn.microsoft.com/azure/aks/outbound-rules-control-egress
const suffix = String.raw`(?:azmk8s\.io|azk8s\.cn|containerservice\.azure\.us)`;

const whole = new RegExp(String.raw`\.${suffix}$`, "i");
/** Bounded, so that no text costs more than its length. */
const inside = new RegExp(String.raw`(?<![\w.-])(?:[a-z0-9-]{1,63}\.){2,8}${suffix}(?![\w-])`, "gi");

export const isApiName = (name: string): boolean => whole.test(name);

/** In lower case, each once, as they stand in the text. */
export const apiNamesIn = (text: string): readonly string[] => [
  ...new Set((text.match(inside) ?? []).map((name) => name.toLowerCase())),
];

export const apiLabel = (name: string): string => (name.split(".")[0] ?? "").toLowerCase();

/** AKS puts eight letters and digits behind the prefix that people chose; a cluster that is made anew gets others. */
export const apiPrefix = (name: string): string => apiLabel(name).replace(/-[a-z0-9]+$/, "");

/** The prefixes that the portal and the Azure CLI choose. https://learn.microsoft.com/cli/azure/aks#az-aks-create */
export const chosenPrefixes = ({
  name,
  resourceGroup,
  subscriptionId,
}: Readonly<{ name: string; resourceGroup: string; subscriptionId: string }>): readonly string[] => {
  const plain = (text: string, longest: number) => text.replace(/[^a-z0-9-]/gi, "").slice(0, longest);
  const byCli = `${plain(name, 10)}-${plain(resourceGroup, 16)}-${subscriptionId.slice(0, 6)}`;
  return [name, `${name}-dns`, byCli].map((prefix) => prefix.toLowerCase());
};
