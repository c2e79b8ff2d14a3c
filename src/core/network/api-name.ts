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
