// Whether what stands at an address takes questions for names: of a firewall only its DNS proxy does.
import type { Holder } from "./model.ts";
import { type Component, type Step, stops, unread } from "./step.ts";

/** What keeps the firewall from answering; nothing where nothing does, and of whatever is no firewall. */
export function answersNames({ name: firewall, proxy }: Holder, at: Component): readonly Step[] {
  if (proxy === undefined) return [];
  if (proxy.status === "unavailable") return [unread(at, proxy)];
  const { isOn, keptBy } = proxy.data;
  return isOn ? [] : [stops(at, { is: "proxyOff", firewall, keptBy })];
}
