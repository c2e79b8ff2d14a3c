// The API server itself, and as whom it knows us.
import { minorOf } from "../../snapshot/support-calendar.ts";
import {
  isObject,
  kubectl,
  listRead,
  objectIn,
  type ReadCell,
  type ReadSpec,
  text,
  texts,
} from "./define-read.ts";
import type { ControlPlaneReadiness, Slice, Versions, WhoAmI } from "./model.ts";

const failingCheck = /\[-\](?:poststarthook\/)?([A-Za-z0-9._/-]{1,80})/g;

/** Where a check fails, kubectl ends with an error that holds the list. */
export const ready: ReadSpec<"ready", ControlPlaneReadiness> = {
  id: "ready",
  argv: kubectl("get", "--raw=/readyz?verbose"),
  // Everybody who is known to the cluster may ask that.
  ownReads: [],
  readsErrors: true,
  read: (output, exitCode) => {
    const failing = [...new Set([...output.matchAll(failingCheck)].map(([, check = ""]) => check))];
    if (failing.length > 0) return { isReady: false, failing };
    return exitCode === 0 && /^(?:ok|readyz check passed)$/m.test(output)
      ? { isReady: true, failing: [] }
      : null;
  },
};

const inside = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);
const minorIn = (value: unknown): number | null => minorOf(String(inside(value, "gitVersion") ?? ""));

export const version: ReadSpec<"version", Versions> = {
  id: "version",
  argv: kubectl("version", "--output=json"),
  read: (output) => {
    const said = objectIn(output);
    const server = minorIn(inside(said, "serverVersion"));
    const client = minorIn(inside(said, "clientVersion"));
    return server === null || client === null ? null : { server, kubectl: client };
  },
};

export const whoami: ReadSpec<"whoami", WhoAmI> = {
  id: "whoami",
  argv: kubectl("auth", "whoami", "--output=json"),
  read: (output) => {
    const user = inside(inside(objectIn(output), "status"), "userInfo");
    const [username, groups] = [inside(user, "username"), inside(user, "groups")];
    return typeof username === "string"
      ? { username, groups: Array.isArray(groups) ? texts(groups) : [] }
      : null;
  },
};

const sliceFields = [
  String.raw`.metadata.labels.kubernetes\.io/service-name`,
  ".endpoints[*].addresses[*]",
  ".endpoints[?(@.conditions.ready==true)].conditions.ready",
];

const sliceOf = (service: ReadCell = [], addresses: ReadCell = [], readyOnes: ReadCell = []): Slice => ({
  service: text(service),
  addresses: texts(addresses),
  ready: readyOnes.length,
});

const slicesOf = <const Id extends string>(id: Id, ...where: readonly string[]) =>
  listRead(id, { get: ["endpointslices", ...where], fields: sliceFields, item: sliceOf });

const ofService = (name: string): string => `--selector=kubernetes.io/service-name=${name}`;

export const apiEndpoints = slicesOf("apiEndpoints", "--namespace=default", ofService("kubernetes"));
export const systemSlices = slicesOf("systemSlices", "--namespace=kube-system");

/** Of a service that a webhook names, so its names come from the cluster. */
export const backendRead = (namespace: string, name: string) =>
  slicesOf(`backend:${namespace}/${name}`, `--namespace=${namespace}`, ofService(name));
