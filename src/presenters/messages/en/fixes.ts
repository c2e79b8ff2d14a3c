// What a fix costs or changes besides, and who may make it.
import type { Fix, RoleOn, RolePlace } from "../../../core/fix/write/fix.ts";
import { type Says, say, sayEach } from "../says.ts";
import { risks } from "./risks.ts";
import { sentences } from "./words.ts";

export const places: Says<RolePlace> = {
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

export const fixTexts = {
  sayRisks: (all: Fix["risks"]): string => sentences(sayEach(risks, all)),
  sayRoles: (all: Fix["roles"]): string => [...new Set(all.map(sayRole))].join("; "),
};
