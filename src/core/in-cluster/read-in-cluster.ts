// What commands printed inside the cluster, as a model of it. What is not there, whole and as kubectl prints it, was not
// read; nothing here throws, whatever somebody in the cluster writes.
import { type Chunk, chunksIn } from "../text/marked.ts";
import { backendRead } from "./reads/control-plane.ts";
import type { ReadSpec } from "./reads/define-read.ts";
import type {
  Contents,
  InClusterModel,
  NotLooked,
  PartName,
  ReadPart,
  RequiredRead,
  Service,
  ServiceBackends,
  WhyNot,
} from "./reads/model.ts";
import { firstBatches, type InClusterRead, requestOf, specs } from "./reads.ts";

/** How a command went. `began`: ISO time, as Azure says it, or when it was sent. */
export type Went =
  | Readonly<{ is: "ran"; output: string; began: string }>
  | Readonly<{ is: "notRun"; why: NotLooked }>;

/** One command and its reads; those that the policy did not allow stand in `InClusterProbe.denied`. */
export type Ran = Readonly<{ reads: readonly InClusterRead[]; nonce: string; went: Went }>;

/** `denied`: ids of reads that were not sent, since the policy does not allow them. `now`: ISO time. */
export type InClusterProbe = Readonly<{ ran: readonly Ran[]; denied: readonly string[]; now: string }>;

/** As if each command had not run, for the same reason. */
export const notLooked = (why: NotLooked, now: string): InClusterProbe => ({
  ran: firstBatches().map((reads) => ({ reads, nonce: "", went: { is: "notRun", why } })),
  denied: [],
  now,
});

type Found = Chunk | Exclude<WhyNot, "forbidden" | "odd">;

const needsOf = (spec: ReadSpec): readonly RequiredRead[] =>
  requestOf(spec).reads.map(({ resource, scope }) => ({ resource, scope }));

const lastLine = (output: string): string => output.trimEnd().split("\n").at(-1) ?? "";

/** kubectl's own words for what it did not get: at the end, where no pod writes. */
const refusals: readonly (readonly [text: RegExp, why: WhyNot | "absent"])[] = [
  [/^Error from server \(Forbidden\)/, "forbidden"],
  [/^error: the server doesn't have a resource type/, "absent"],
  [/timeout|timed out|deadline exceeded/i, "timedOut"],
];

const refusalIn = (output: string): WhyNot | "absent" =>
  refusals.find(([text]) => text.test(lastLine(output)))?.[1] ?? "refused";

function partOf<T>(spec: ReadSpec<string, T>, found: Found): ReadPart<T> {
  const unread = (why: WhyNot): ReadPart<T> => ({ status: "unread", why, needs: needsOf(spec) });
  if (typeof found === "string") return unread(found);
  const { output, exitCode } = found;
  const said = exitCode === 0 ? "odd" : refusalIn(output);
  if (said === "absent" && spec.mayBeAbsent === true) return { status: "absent" };
  const refusal = said === "absent" ? "refused" : said;
  const saysMore = exitCode === 0 || (spec.readsErrors === true && refusal !== "forbidden");
  const data = saysMore ? spec.read(output, exitCode) : null;
  return data === null ? unread(refusal) : { status: "read", data };
}

/** What became of each read, by its id. */
function foundIn({ ran, denied }: InClusterProbe): (id: string) => Found {
  const found = new Map<string, Found>(denied.map((id) => [id, "byPolicy"] as const));
  for (const { reads, nonce, went } of ran) {
    const chunks = went.is === "ran" ? chunksIn(went.output, nonce) : new Map<string, Chunk>();
    const otherwise = went.is === "ran" ? "cut" : "notRun";
    for (const { id } of reads) found.set(id, chunks.get(id) ?? otherwise);
  }
  return (id) => found.get(id) ?? "notRun";
}

const keyOf = ({ namespace, name }: Service): string => `${namespace}/${name}`;

/** Services of webhooks that must answer, and whose endpoints were not read with those of kube-system. */
export function servicesToAsk({ parts }: Pick<InClusterModel, "parts">): readonly Service[] {
  if (parts.webhooks.status !== "read") return [];
  const services = parts.webhooks.data.flatMap(({ mustAnswer, service }) =>
    mustAnswer && service !== null ? [service] : [],
  );
  const others = services.filter(({ namespace }) => namespace !== "kube-system");
  return [...new Map(others.map((each) => [keyOf(each), each])).values()];
}

const momentOf = (time: string): number | null => {
  const ms = Date.parse(time);
  return Number.isNaN(ms) ? null : ms;
};

/** The two casts: each part is made by the spec of its own name, and TypeScript does not follow the link. */
export function readInCluster(look: InClusterProbe): InClusterModel {
  const found = foundIn(look);
  const names = Object.keys(specs) as readonly PartName[];
  const parts = Object.fromEntries(
    names.map((name) => [name, partOf<Contents[PartName]>(specs[name], found(name))]),
  ) as InClusterModel["parts"];
  const backends: ServiceBackends = Object.fromEntries(
    servicesToAsk({ parts }).map((service) => {
      const spec = backendRead(service.namespace, service.name);
      return [keyOf(service), partOf(spec, found(spec.id))];
    }),
  );
  const went = look.ran.map((each) => each.went);
  const began = went.flatMap((each) => (each.is === "ran" ? (momentOf(each.began) ?? []) : []));
  const notRun = went.flatMap((each) => (each.is === "notRun" ? [each.why] : []))[0] ?? null;
  return {
    began: Math.min(...began, momentOf(look.now) ?? Number.POSITIVE_INFINITY),
    parts,
    backends,
    hasRun: went.some(({ is }) => is === "ran"),
    notRun: look.ran.length === 0 ? "byPolicy" : notRun,
  };
}
