// The flags of verbs that change something. Checked against kubectl 1.34 and Helm 3.15.

import { either, type FlagSpec, switches, type ValueRule } from "../grammar/flags.ts";
import { fileNamePattern } from "./sent-file.ts";

/** kubectl reads a leading zero as octal: what is shown would not be what is set. */
const number: ValueRule = { pattern: /^(?:0|[1-9]\d{0,8})$/, wants: "number" };
/** -1: the object's own. */
const seconds: ValueRule = { pattern: /^(?:-1|0|[1-9]\d{0,5})$/, wants: "number" };
const word: ValueRule = { pattern: /^[\w.-]{1,253}$/, wants: "word" };
/** Within the time for which an answer is waited for. None at all would be without an end. */
const upToFourMinutes: ValueRule = {
  pattern: /^(?!(?:0+m)?0+s$)(?:[1-4]m|(?:[1-3]m)?[1-5]?\ds|(?:1?\d\d|2[0-3]\d|240)s)$/,
  wants: "waitingTime",
};
const resourceVersion: FlagSpec = { long: "resource-version", value: number };
const overwrite: FlagSpec = { long: "overwrite" };
const container: FlagSpec = {
  long: "containers",
  short: "c",
  value: { pattern: /^[\w*-]{1,63}$/, wants: "container" },
};
const timeout: FlagSpec = { long: "timeout", value: upToFourMinutes };

export const scaleFlags: readonly FlagSpec[] = [
  { long: "replicas", value: number },
  { long: "current-replicas", value: number },
  resourceVersion,
];
export const undoFlags: readonly FlagSpec[] = [{ long: "to-revision", value: number }];
export const drainFlags: readonly FlagSpec[] = [
  ...switches("ignore-daemonsets", "delete-emptydir-data", "disable-eviction", "force"),
  { long: "grace-period", value: seconds },
  { long: "pod-selector", value: { pattern: /^[\w./=!,() -]{1,500}$/, wants: "labelSelector" } },
  timeout,
];
export const deleteFlags: readonly FlagSpec[] = [
  { long: "cascade", value: either("background", "foreground", "orphan"), bare: "background" },
  { long: "force" },
  { long: "grace-period", value: seconds },
  ...switches("ignore-not-found", "now"),
  timeout,
  { long: "wait" },
];
export const labelFlags: readonly FlagSpec[] = [overwrite, resourceVersion];
export const taintFlags: readonly FlagSpec[] = [overwrite];
/** Writes down the command as the cause of the change. */
const record: FlagSpec = { long: "record" };
export const setImageFlags: readonly FlagSpec[] = [record];
export const setEnvFlags: readonly FlagSpec[] = [container, overwrite];

const amounts: ValueRule = {
  pattern: /^[a-z][\w./-]*=[\d.]+[A-Za-z]{0,2}(,[a-z][\w./-]*=[\d.]+[A-Za-z]{0,2})*$/,
  wants: "amounts",
};
export const setResourcesFlags: readonly FlagSpec[] = [
  container,
  { long: "limits", value: amounts },
  { long: "requests", value: amounts },
];
export const patchFlags: readonly FlagSpec[] = [
  { long: "patch", short: "p", value: { pattern: /^[^\n\r]{1,8000}$/, wants: "patch" } },
  { long: "type", value: either("json", "merge", "strategic") },
];
export const autoscaleFlags: readonly FlagSpec[] = [
  { long: "min", value: number },
  { long: "max", value: number },
  { long: "cpu-percent", value: number },
  { long: "name", value: word },
];
/** One file: of two, the words for each would be another command. */
export const fileFlags: readonly FlagSpec[] = [
  { long: "filename", short: "f", value: { pattern: fileNamePattern, wants: "fileName" }, list: true },
];
