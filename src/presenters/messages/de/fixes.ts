// What a fix costs or changes besides, and who may make it.
import type { RoleOn, RolePlace } from "../../../core/fix/write/fix.ts";
import type { fixTexts as en } from "../en/fixes.ts";
import { type Says, say, sayEach } from "../says.ts";
import { risks } from "./risks.ts";
import { sentences } from "./words.ts";

/** In the dative. */
export const places: Says<RolePlace> = {
  cluster: () => "dem Cluster",
  linkedNetworks: () => "den verknüpften Netzwerken",
  zoneGroup: () => "der Ressourcengruppe der Zone",
};

const placeText = (on: RoleOn["on"]): string => ("is" in on ? say(places, on) : on.join(" und "));

function sayRole({ role, on, and: other, orOwnWith }: RoleOn): string {
  const besides = other === undefined ? "" : ` und ${sayRole(other)}`;
  const instead = orOwnWith === undefined ? "" : `, oder eine eigene Rolle mit ${orOwnWith}`;
  return `${role} auf ${placeText(on)}${besides}${instead}`;
}

export const fixTexts: typeof en = {
  sayRisks: (all) => sentences(sayEach(risks, all)),
  sayRoles: (all) => [...new Set(all.map(sayRole))].join("; "),
};
