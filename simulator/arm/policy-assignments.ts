// `GET {resource}/providers/Microsoft.Authorization/policyAssignments`: those of the resource and of all above it.
import { type ArmHandler, pageOf, refuse } from "./arm-request.ts";
import { present } from "./present.ts";

const scopeOf = (id: string): string => id.split(/\/providers\/Microsoft\.Authorization\//i)[0] ?? id;

export const policyAssignments: ArmHandler = (request) => {
  const { world, path } = request;
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  const wanted = path.parent.toLowerCase();
  const isOver = (id: string): boolean => `${wanted}/`.startsWith(`${scopeOf(id).toLowerCase()}/`);
  const assigned = world.store.all().filter(({ id, type }) => /policyAssignments$/i.test(type) && isOver(id));
  return pageOf(
    request,
    assigned.map((each) => present(world, each)),
  );
};
