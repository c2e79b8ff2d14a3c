// What a fix costs or changes besides, and who may make it.
import type { Fix, RoleOn, RolePlace } from "../../../core/outcome/fix.ts";
import { type Says, say } from "../says.ts";
import { risks } from "./risks.ts";

/** Said once, whoever says it. */
const once = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const sayRisks = (all: Fix["risks"]): string => once(all.map((risk) => say(risks, risk))).join(" ");

const places: Says<RolePlace> = {
  cluster: () => "the cluster",
  linkedNetworks: () => "the linked networks",
  zoneGroup: () => "the zone's resource group",
};

const placeText = (on: RoleOn["on"]): string => ("is" in on ? say(places, on) : on.join(" and "));

function sayRole({ role, on, and: other, orOwnWith }: RoleOn): string {
  const besides = other === undefined ? "" : ` and ${sayRole(other)}`;
  const instead = orOwnWith === undefined ? "" : `, or a role of your own with ${orOwnWith}`;
  return `${role} on ${placeText(on)}${besides}${instead}`;
}

const sayRoles = (all: Fix["roles"]): string => once(all.map(sayRole)).join("; ");

export const fixTexts = { sayRisks, sayRoles };
