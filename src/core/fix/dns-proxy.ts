// A firewall that networks ask for names, and that answers none.
// https://learn.microsoft.com/azure/firewall/dns-settings

import type { Holder } from "../network/model/model.ts";
import { nameOf, type ResourceId, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import type { Mend } from "./repair.ts";
import type { FixStep } from "./write/actions.ts";
import { forResource, target } from "./write/az.ts";
import type { Fix } from "./write/fix.ts";

const turnedOn = (holder: Holder, keptBy: string): Holder => {
  const { proxy } = holder;
  return proxy?.status === "collected" && sameId(proxy.data.keptBy, keptBy)
    ? { ...holder, proxy: collected({ ...proxy.data, isOn: true }) }
    : holder;
};

/** A policy is changed as a resource: the CLI knows it by itself only with an extension, as it does a firewall. */
const stepFor = (keptBy: string, parts: ResourceId, isPolicy: boolean): FixStep =>
  isPolicy
    ? { kind: "enablePolicyProxy", id: keptBy }
    : { kind: "enableFirewallProxy", at: target(parts, parts.name) };

const fixFor = (keptBy: string): Fix | null =>
  forResource(keptBy, (parts) => {
    const isPolicy = /\/firewallPolicies\//i.test(keptBy);
    return {
      steps: [stepFor(keptBy, parts, isPolicy)],
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
