// Two look at a line: its phrases, which know what stands where, and the examples, which know how people ask. What both say
// is meant; where they differ, the examples decide if they are sure, and else it is asked back.
import { parseCommand } from "../../command/parse-command.ts";
import type { Ability } from "../ability/ability.ts";
import type { Ranked } from "../ability/learn.ts";
import type { Intent } from "../intent.ts";
import { topics } from "./by-ability.ts";

/** Of 1: from here on the examples say it alone. Measured on lines of people whose others were not among the examples. */
export const sure = 0.65;
/** From here on what does nothing is done. */
export const likely = 0.45;
/** What is less likely is not meant, whoever else says so. */
const possible = 0.2;
/** Of what is not asked once more before it is done, and of a change where the phrases tell of none. */
export const certain = 0.85;

const changes: readonly Ability[] = [
  ...([
    "apply",
    "cordon",
    "deleteObject",
    "deletePod",
    "drain",
    "growVolume",
    "label",
    "otherChange",
  ] as const),
  ...([
    "many",
    "pause",
    "restart",
    "resume",
    "resumeJob",
    "rollback",
    "runJob",
    "scale",
    "setEnv",
    "setImage",
  ] as const),
  ...(["setResources", "suspendJob", "uncordon"] as const),
];

/** What is done at once, and is no look. */
const done: ReadonlySet<Ability> = new Set(["forgetPlace", "signOut", "unwatch"]);

export const isChange = (ability: Ability): boolean => changes.includes(ability);

/** A change that the phrases, which know who did what already, take for something else. */
export const isDoubted = ({ label, share }: Ranked<Ability>, ruled: Intent | null): boolean =>
  isChange(label) &&
  share < certain &&
  (ruled?.kind === "run" || ruled?.kind === "diagnose" || ruled?.kind === "access");

export const isSure = ({ label, share }: Ranked<Ability>): boolean =>
  share >= (done.has(label) ? certain : sure);

export function agrees(intent: Intent, ranked: readonly Ranked<Ability>[]): boolean {
  const meant = meantBy(intent);
  const [best] = ranked;
  // Which command, only the phrases know.
  if (best?.label === "command" && "command" in intent) return true;
  if (best !== undefined && isSure(best)) return meant.includes(best.label);
  // A card says more than that it is beyond, and so does what asks for a word.
  if (intent.kind === "beyond")
    return (
      best === undefined ||
      (topics[best.label] === undefined && !(isChange(best.label) && best.share >= likely))
    );
  return ranked.some(({ label, share }, at) => meant.includes(label) && (at === 0 || share >= possible));
}

function meantBy(intent: Intent): readonly Ability[] {
  switch (intent.kind) {
    case "run":
    case "askBack":
      return ofCommand(intent.command);
    case "change":
      return changes;
    case "logs":
      return ["logs", "logsBefore"];
    case "diagnose":
      return ["why"];
    case "beyond":
      return ["beyond"];
    case "clusters":
      return ["clusters", "everyCluster"];
    case "status":
      return ["status", "withdraw"];
    case "whoAmI":
      return ["whoAmI", "canI"];
    case "told":
    case "why":
    case "review":
    case "withdraw":
    case "resume":
    case "fix":
    case "undo":
      return [];
    default:
      return [intent.kind];
  }
}

const verbs: Readonly<Record<string, readonly Ability[]>> = {
  top: ["usage"],
  version: ["version"],
  describe: ["describe", "config", "image", "blocked", "list"],
  "rollout status": ["rollout"],
  "rollout history": ["history"],
  "auth can-i": ["canI"],
  scale: ["scale"],
  "rollout restart": ["restart"],
  "rollout undo": ["rollback"],
  "rollout pause": ["pause"],
  "rollout resume": ["resume"],
  "create job": ["runJob"],
  "set image": ["setImage"],
  "set resources": ["setResources"],
  "set env": ["setEnv"],
  cordon: ["cordon"],
  uncordon: ["uncordon"],
  drain: ["drain"],
  delete: ["deletePod", "deleteObject", "restart"],
};

function ofCommand(command: string): readonly Ability[] {
  const [, verb = "", next = ""] = command.split(" ");
  if (verb === "logs") return command.includes("--previous") ? ["logs", "logsBefore"] : ["logs"];
  if (verb === "get") return ofGet(next, command);
  // `describe nodes aks-1`: its state says why.
  if (verb === "describe" && /^kubectl describe \S+ \S*[\d-]/.test(command))
    return [...(verbs.describe ?? []), "why"];
  if (verb === "patch") return ["growVolume", "suspendJob", "resumeJob", "scale", "otherChange"];
  return verbs[`${verb} ${next}`] ?? verbs[verb] ?? (parseCommand(command).ok ? ["command"] : []);
}

function ofGet(type: string, command: string): readonly Ability[] {
  if (type === "events") return ["events"];
  if (type === "poddisruptionbudgets") return ["blocked", "list"];
  return command.includes("-o wide") ? ["image", "list"] : ["list", "describe", "rollout"];
}
