// What a fix costs or changes besides, and who may make it.
import type { Fix, RoleOn, RolePlace } from "../../../core/fix/write/fix.ts";
import { type Says, say, sayEach } from "../says.ts";
import { risks } from "./risks.ts";
import { and, closeUp, sentences } from "./words.ts";

export const places: Says<RolePlace> = {
  cluster: () => "集群",
  linkedNetworks: () => "链接的网络",
  zoneGroup: () => "DNS 区域的资源组",
};

const placeText = (on: RoleOn["on"]): string => ("is" in on ? say(places, on) : and(on));

function sayRole({ role, on, and: other, orOwnWith }: RoleOn): string {
  const besides = other === undefined ? "" : `，以及 ${sayRole(other)}`;
  const instead = orOwnWith === undefined ? "" : `，或包含 ${orOwnWith} 的自定义角色`;
  return closeUp(`${placeText(on)} 上的 ${role}${besides}${instead}`);
}

export const fixTexts = {
  sayRisks: (all: Fix["risks"]): string => sentences(sayEach(risks, all)),
  sayRoles: (all: Fix["roles"]): string => [...new Set(all.map(sayRole))].join("；"),
};
