// What was written, deleted or done lately in a resource group, from the activity log.
// https://learn.microsoft.com/rest/api/monitor/activity-logs/list
import { z } from "zod";
import { unavailable } from "../../../core/snapshot/section.ts";
import type { ResourceChange } from "../../../core/snapshot/snapshot.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import type { Query } from "../../arm/arm-failure.ts";
import { type ResourceGroupRef, resourceGroupId } from "../../arm/resource-id.ts";
import { present } from "../../map/fields.ts";
import { flat, type ListRead, readItems } from "./read-list.ts";

const event = z.object({
  eventTimestamp: z.string(),
  resourceId: z.string().nullish(),
  caller: z.string().nullish(),
  /** Of the token that was used; what is in it is up to Entra. */
  claims: z
    .object({ name: z.string().nullish().catch(null), appid: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
  operationName: z.object({ value: z.string() }),
  status: z.object({ value: z.string() }).nullish(),
});

const dayMs = 24 * 60 * 60_000;

/** Only what happened: reads, and what was refused or failed, changed nothing. */
const isChange = ({ operationName, status }: z.infer<typeof event>): boolean =>
  /\/(write|delete|action)$/i.test(operationName.value) &&
  /^(Succeeded|Accepted)$/i.test(status?.value ?? "");

const mapChange = ({
  eventTimestamp,
  resourceId,
  caller,
  claims,
  operationName,
}: z.infer<typeof event>): ResourceChange => ({
  resourceId: resourceId ?? "",
  operation: operationName.value,
  time: eventTimestamp,
  ...present({ caller, callerName: claims?.name, application: claims?.appid?.toLowerCase() }),
});

/** Nothing depends on it, and the log can be slow: an answer is not held up for it any longer than this. */
const patienceMs = 3_000;

const withinPatience = async <T>(
  read: Promise<ListRead<T>>,
  { what }: Query,
  level: number,
): Promise<ListRead<T>> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ListRead<T>>((resolve) => {
    const why = { is: "tooSlow", what } as const;
    timer = setTimeout(() => resolve({ section: unavailable("timedOut", why), level }), patienceMs);
  });
  return Promise.race([read, late]).finally(() => clearTimeout(timer));
};

/** A text in a filter. https://docs.oasis-open.org/odata/odata/v4.01/os/part2-url-conventions/ */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** `since`: ISO 8601. `where`: a further condition of the filter. */
type Span = Readonly<{ since: string; where: string }>;

/** One page: the newest entries. */
export const changesWhere = (
  arm: ArmSession,
  after: number,
  group: ResourceGroupRef,
  { since, where }: Span,
): Promise<ListRead<ResourceChange>> => {
  const query: Query = {
    what: subject("activityLog", group.resourceGroup),
    needs: { action: "Microsoft.Insights/eventtypes/values/read", scope: resourceGroupId(group) },
  };
  const read = readItems(
    after,
    query,
    () =>
      arm.json.firstPage(
        `/subscriptions/${group.subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values`,
        "2015-04-01",
        z.unknown(),
        { $filter: `eventTimestamp ge '${since}' and ${where}` },
      ),
    event,
    (each) => (isChange(each) ? [mapChange(each)] : []),
  );
  return withinPatience(read.then(flat), query, after + 1);
};

/** `now` is in milliseconds. */
export const readRecentChanges = (
  arm: ArmSession,
  after: number,
  group: ResourceGroupRef,
  now: number,
): Promise<ListRead<ResourceChange>> =>
  changesWhere(arm, after, group, {
    since: new Date(now - dayMs).toISOString(),
    where: `resourceGroupName eq ${quoted(group.resourceGroup)}`,
  });
