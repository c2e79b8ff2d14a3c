// A firewall that networks ask for names, and that answers none.
// https://learn.microsoft.com/azure/firewall/dns-settings

import type { Holder } from "../network/model.ts";
import type { Fix } from "../outcome/fix.ts";
import { nameOf, type ResourceId, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { az, azIn, forResource } from "./az.ts";
import type { Mend } from "./repair.ts";

const turnedOn = (holder: Holder, keptBy: string): Holder => {
  const { proxy } = holder;
  return proxy?.status === "collected" && sameId(proxy.data.keptBy, keptBy)
    ? { ...holder, proxy: collected({ ...proxy.data, isOn: true }) }
    : holder;
};

/** A policy is changed as a resource: the CLI knows it by itself only with an extension, as it does a firewall. */
const lineFor = (keptBy: string, parts: ResourceId, isPolicy: boolean): string =>
  isPolicy
    ? az(
        parts.subscriptionId,
        "resource update",
        ...[
          "--ids",
          keptBy,
          "--api-version",
          "2024-05-01",
          "--set",
          "properties.dnsSettings.enableProxy=true",
        ],
      )
    : azIn(parts, "network firewall update", "--name", parts.name, "--enable-dns-proxy", "true");

const fixFor = (keptBy: string): Fix | null =>
  forResource(keptBy, (parts) => {
    const isPolicy = /\/firewallPolicies\//i.test(keptBy);
    return {
      commands: [lineFor(keptBy, parts, isPolicy)],
      risks: [{ is: "proxyEnabled" }, ...(isPolicy ? [{ is: "proxyEnabledByPolicy" } as const] : [])],
      disruptive: false,
      roles: [{ role: "Network Contributor", on: [nameOf(keptBy)] }],
    };
  });

export const enableDnsProxy: Mend = ({ reason }) => {
  if (reason.is !== "proxyOff") return null;
  const { keptBy } = reason;
  const fix = fixFor(keptBy);
  return (
    fix && {
      fix,
      apply: (model) => ({
        ...model,
        holders: model.holders.map((each) => turnedOn(each, keptBy)),
      }),
    }
  );
};
