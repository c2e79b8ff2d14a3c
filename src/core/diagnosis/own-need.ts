// What was walked to a private API server from where the requester said to be, else from where people come in.

import { rangeOf } from "../outcome/called.ts";
import type { Requirement } from "../requirement/requirement.ts";
import type { Client } from "../snapshot/snapshot.ts";
import type { Diagnosis } from "./diagnosis.ts";

export function ownNeed(
  { requirements }: Pick<Diagnosis, "requirements">,
  { ip, stands }: Client,
): Requirement | undefined {
  const ofAddress = requirements
    .find(({ id }) => id === "gateway.api")
    ?.walks.some(({ from }) => rangeOf(from) === ip);
  const order = ["gateway.api", "people.api"] as const;
  const overGateway = (ip !== undefined && ofAddress) || stands === "gateway";
  return (overGateway ? order : order.toReversed())
    .map((wanted) => requirements.find(({ id }) => id === wanted))
    .find((each) => each !== undefined);
}
