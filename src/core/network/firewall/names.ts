// Names in a firewall's rules: whether one means the name that somebody asks for.

import { matchesGlob } from "../../text/glob.ts";
import type { Coverage } from "../cidr.ts";

/** A name that may be any below a domain (`*.data.mcr.microsoft.com`) is held as a whole, in part, or not at all. */
export function nameMatches(entry: string, wanted: string): Coverage {
  const [pattern, name] = [entry.toLowerCase(), wanted.toLowerCase()];
  if (!name.startsWith("*")) return matchesGlob(pattern, name) ? "yes" : "no";
  if (matchesGlob(pattern, name)) return "yes";
  return pattern.endsWith(name.slice(1)) ? "undecidable" : "no";
}

/** Names that AKS's tag holds, in all clouds. https://learn.microsoft.com/azure/aks/outbound-rules-control-egress */
const kubernetesNames: readonly string[] = [
  "mcr.microsoft.com",
  "*.data.mcr.microsoft.com",
  "mcr-0001.mcr-msedge.net",
  "packages.microsoft.com",
  "acs-mirror.azureedge.net",
  "packages.aks.azure.com",
  "management.azure.com",
  "login.microsoftonline.com",
  "*.hcp.*.azmk8s.io",
  "management.usgovcloudapi.net",
  "login.microsoftonline.us",
  "*.hcp.*.cx.aks.containerservice.azure.us",
  "management.chinacloudapi.cn",
  "login.chinacloudapi.cn",
  "mcr.azure.cn",
  "*.data.mcr.azure.cn",
  "*.azk8s.cn",
];

/** Tags that are known to hold nothing but Windows' own services. */
const windowsTags = /^(WindowsUpdate|WindowsDiagnostics|MicrosoftActiveProtectionService)$/i;

/** What other tags hold is nowhere written down in full. */
export function tagMatches(tag: string, name: string): Coverage {
  if (windowsTags.test(tag)) return "no";
  if (!/^AzureKubernetesService$/i.test(tag)) return "undecidable";
  return kubernetesNames.some((each) => nameMatches(each, name) === "yes") ? "yes" : "undecidable";
}
