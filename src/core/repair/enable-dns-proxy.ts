// A firewall that networks ask for names, and that answers none.
// https://learn.microsoft.com/azure/firewall/dns-settings

import type { Holder } from "../network/model.ts";
import type { Fix } from "../outcome/fix.ts";
import { nameOf, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { azIn, forResource } from "./az.ts";
import type { Mend } from "./repair.ts";

const turnedOn = (holder: Holder, keptBy: string): Holder => {
  const { proxy } = holder;
  return proxy?.status === "collected" && sameId(proxy.data.keptBy, keptBy)
    ? { ...holder, proxy: collected({ ...proxy.data, isOn: true }) }
    : holder;
};

const fixFor = (keptBy: string): Fix | null =>
  forResource(keptBy, (parts) => {
    const isPolicy = /\/firewallPolicies\//i.test(keptBy);
    const command = isPolicy ? "network firewall policy update" : "network firewall update";
    return {
      commands: [azIn(parts, command, "--name", parts.name, "--enable-dns-proxy", "true")],
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
