// The lines of a fix as typed writes, by the table of what may be written; null as soon as one line is none of them.
import { fromCommand, type LineCommand, versionsOf } from "../outcome/az-line.ts";
import { sameId } from "../snapshot/resource-id.ts";
import type { Action } from "./action.ts";
import { actions } from "./actions.ts";
import { idOf, namesIn } from "./arm-type.ts";
import type { ArmWrite } from "./arm-write.ts";
import { type Given, givenIn } from "./line-values.ts";

const holdsId = ([first]: readonly string[]): boolean => first === "ids" || first === "id";

/** A line without an id names the resource group. */
const placeOf = ({ at }: Action): readonly string[] =>
  holdsId(at) ? ["subscription", ...at] : ["subscription", "resource-group", ...at];

const alone = new Set([
  ...["yes", "enable-run-command", "enable-public-fqdn", "update-cluster-autoscaler", "allow-vnet-access"],
  ...["allow-forwarded-traffic", "allow-gateway-transit", "use-remote-gateways"],
]);
const lists = new Set([
  ...["source-address-prefixes", "destination-address-prefixes", "destination-port-ranges", "set"],
  ...["local-subnet-names", "remote-subnet-names", "client-protocol", "delegations"],
]);

/** Of two values where it takes one, `az` takes the last; and a short flag stands where a value could. */
function takes(flag: string, values: readonly string[]): boolean {
  if (values.some((value) => value.startsWith("-"))) return false;
  if (alone.has(flag)) return values.length === 0;
  return lists.has(flag) ? values.length > 0 : values.length === 1;
}

function fits(action: Action, { words, flags }: LineCommand): boolean {
  if (words.join(" ") !== `az ${action.az}`) return false;
  const needed = [...placeOf(action), ...action.flags];
  const allowed = [...needed, ...action.also];
  return (
    needed.every((name) => flags.has(name)) &&
    [...flags].every(([name, values]) => allowed.includes(name) && takes(name, values))
  );
}

function idIn(action: Action, given: Given): string | null {
  const { type, at } = action;
  if (holdsId(at)) {
    const id = given.value(at[0] ?? "");
    const found = namesIn(id, type);
    return found?.subscriptionId === given.value("subscription") ? id : null;
  }
  const place = { subscriptionId: given.value("subscription"), resourceGroup: given.value("resource-group") };
  const id = idOf(place, type, at.map(given.value));
  // What a name holds besides letters would lead elsewhere.
  return namesIn(id, type) === null ? null : id;
}

function writeOf(action: Action, given: Given): ArmWrite | null {
  const { type, noWayBack } = action;
  const [id, what] = [idIn(action, given), action.what(given)];
  return id === null || what === null
    ? null
    : { id, type, what, ...(noWayBack === null ? {} : { noWayBack }) };
}

/** A line with a pipe, or with another command's output in it, is no write of its own. */
function writeOfLine(line: string): ArmWrite | null {
  const [command, ...piped] = versionsOf(line)[0] ?? [];
  if (command === undefined || piped.length > 0) return null;
  if ([...command.flags.values()].flat().includes(fromCommand)) return null;
  const given = givenIn(command.flags);
  for (const action of actions.filter((each) => fits(each, command))) {
    const write = writeOf(action, given);
    if (write !== null) return write;
  }
  return null;
}

/** Changes of one object that follow each other are one: it is written once, and never half. */
function joined(writes: readonly ArmWrite[]): readonly ArmWrite[] {
  const all: ArmWrite[] = [];
  for (const write of writes) {
    const last = all.at(-1);
    const isMore = last?.what.do === "change" && write.what.do === "change" && sameId(last.id, write.id);
    if (last?.what.do === "change" && write.what.do === "change" && isMore)
      all[all.length - 1] = {
        ...last,
        ...write,
        what: { ...write.what, ...last.what, edits: [...last.what.edits, ...write.what.edits] },
      };
    else all.push(write);
  }
  return all;
}

export function writesOf(commands: readonly string[]): readonly ArmWrite[] | null {
  const writes = commands.map(writeOfLine);
  const made = writes.flatMap((write) => write ?? []);
  return made.length === 0 || made.length < writes.length ? null : joined(made);
}
