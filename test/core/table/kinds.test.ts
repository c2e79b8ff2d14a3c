// Which rows of each table are wrong, and how badly: a header, then what a row of it is called.
import { tableOf } from "../../../src/core/table/table-of.ts";
import { asks, printed } from "./printed.ts";

type Case = readonly [row: string, called: string];

const kinds: Readonly<Record<string, Readonly<{ verb?: string; header: string; rows: readonly Case[] }>>> = {
  pods: {
    header: "NAME|READY|STATUS|RESTARTS|AGE",
    rows: [
      ["a|1/1|Running|0|3d4h", "fine Running"],
      ["a|1/1|Running|3 (2d ago)|3d4h", "fine Running"],
      ["a|1/1|Running|3 (59m ago)|3d4h", "warning restarted"],
      ["a|0/1|Running|0|30s", "moving notReady"],
      ["a|0/1|Running|0|3m", "broken notReady"],
      ["a|0/1|Running|0|<unknown>", "broken notReady"],
      ["a|1/2|Running|0|3d", "broken partlyReady"],
      ["a|?|Running|0|3d", "unknown Running"],
      ["a|0/1|CrashLoopBackOff|14 (2m9s ago)|5s", "broken CrashLoopBackOff"],
      ["a|0/1|ImagePullBackOff|0|52m", "broken ImagePullBackOff"],
      ["a|0/1|ErrImagePull|0|5s", "broken ErrImagePull"],
      ["a|0/1|OOMKilled|1 (3s ago)|5s", "broken OOMKilled"],
      ["a|0/1|CreateContainerConfigError|0|5s", "broken CreateContainerConfigError"],
      ["a|0/1|Init:CrashLoopBackOff|4 (2s ago)|5m", "broken Init:CrashLoopBackOff"],
      ["a|0/1|Init:ExitCode:1|0|5m", "broken Init:ExitCode:1"],
      ["a|0/1|Signal:9|0|5m", "broken Signal:9"],
      ["a|0/1|Unknown|0|5m", "broken Unknown"],
      ["a|0/1|Pending|0|10s", "moving pending"],
      ["a|0/1|Pending|0|2m", "broken pending"],
      ["a|0/1|ContainerCreating|0|10s", "moving ContainerCreating"],
      ["a|0/1|ContainerCreating|0|7m", "broken ContainerCreating"],
      ["a|0/1|Init:0/2|0|10s", "moving Init:0/2"],
      ["a|0/1|Init:0/2|0|7m", "warning Init:0/2"],
      ["a|0/1|Evicted|0|7m", "warning Evicted"],
      ["a|1/1|Terminating|0|7d", "moving Terminating"],
      ["a|0/1|Completed|0|7d", "fine Completed"],
      ["a|0/1|Levitating|0|7d", "unknown Levitating"],
    ],
  },
  nodes: {
    header: "NAME|STATUS|ROLES|AGE|VERSION",
    rows: [
      ["n|Ready|<none>|3d|v1.34.1", "fine Ready"],
      ["n|NotReady|<none>|3d|v1.34.1", "broken NotReady"],
      ["n|NotReady,SchedulingDisabled|<none>|3d|v1.34.1", "broken NotReady,SchedulingDisabled"],
      ["n|Unknown|<none>|3d|v1.34.1", "broken Unknown"],
      ["n|Ready,SchedulingDisabled|<none>|3d|v1.34.1", "warning Ready,SchedulingDisabled"],
      ["n|Ready,Dreaming|<none>|3d|v1.34.1", "unknown Ready,Dreaming"],
    ],
  },
  deployments: {
    header: "NAME|READY|UP-TO-DATE|AVAILABLE|AGE",
    rows: [
      ["d|3/3|3|3|3d", "fine ready"],
      ["d|0/3|3|0|3d", "broken notReady"],
      ["d|2/3|3|2|3d", "warning partlyReady"],
      ["d|0/3|3|0|20s", "moving rollingOut"],
      ["d|3/3|1|3|3d", "warning rollingOut"],
      ["d|0/0|0|0|3d", "fine scaledToZero"],
      ["d|many|3|3|3d", "unknown -"],
    ],
  },
  statefulsets: {
    header: "NAME|READY|AGE",
    rows: [
      ["s|3/3|3d", "fine ready"],
      ["s|0/3|3d", "broken notReady"],
      ["s|1/3|3d", "warning partlyReady"],
    ],
  },
  replicasets: {
    header: "NAME|DESIRED|CURRENT|READY|AGE",
    rows: [
      ["r|3|3|3|3d", "fine ready"],
      ["r|3|3|0|3d", "broken notReady"],
      ["r|0|0|0|3d", "fine scaledToZero"],
    ],
  },
  daemonsets: {
    header: "NAME|DESIRED|CURRENT|READY|UP-TO-DATE|AVAILABLE|NODE SELECTOR|AGE",
    rows: [
      ["d|3|3|3|3|3|<none>|3d", "fine ready"],
      ["d|3|3|2|3|2|<none>|3d", "warning partlyReady"],
      ["d|3|3|3|1|3|<none>|3d", "warning rollingOut"],
      ["d|0|0|0|0|0|gpu=true|3d", "plain -"],
    ],
  },
  jobs: {
    header: "NAME|STATUS|COMPLETIONS|DURATION|AGE",
    rows: [
      ["j|Complete|1/1|5s|3d", "fine Complete"],
      ["j|Failed|0/1|5s|3d", "broken Failed"],
      ["j|Running|0/1|5s|5s", "moving Running"],
      ["j|Suspended|0/1||5s", "plain Suspended"],
      ["j|Humming|0/1|5s|5s", "unknown Humming"],
    ],
  },
  "jobs before 1.31": {
    header: "NAME|COMPLETIONS|DURATION|AGE",
    rows: [
      ["j|1/1|5s|3d", "fine Complete"],
      ["j|0/1|5s|3d", "unknown notComplete"],
    ],
  },
  cronjobs: {
    header: "NAME|SCHEDULE|TIMEZONE|SUSPEND|ACTIVE|LAST SCHEDULE|AGE",
    rows: [
      ["c|*/5 * * * *|<none>|False|0|2m|3d", "plain -"],
      ["c|*/5 * * * *|<none>|True|0|2d|3d", "warning suspended"],
    ],
  },
  services: {
    header: "NAME|TYPE|CLUSTER-IP|EXTERNAL-IP|PORT(S)|AGE",
    rows: [
      ["s|ClusterIP|10.0.0.1|<none>|443/TCP|3d", "plain -"],
      ["s|LoadBalancer|10.0.0.1|<pending>|443/TCP|20s", "moving noAddress"],
      ["s|LoadBalancer|10.0.0.1|<pending>|443/TCP|20m", "broken noAddress"],
    ],
  },
  endpoints: {
    header: "NAME|ENDPOINTS|AGE",
    rows: [
      ["e|10.244.0.3:8080|3d", "plain -"],
      ["e|<none>|3d", "warning noEndpoints"],
    ],
  },
  endpointslices: {
    header: "NAME|ADDRESSTYPE|PORTS|ENDPOINTS|AGE",
    rows: [["e|IPv4|<unset>|<unset>|3d", "warning noEndpoints"]],
  },
  ingresses: {
    header: "NAME|CLASS|HOSTS|ADDRESS|PORTS|AGE",
    rows: [
      ["i|nginx|pay.contoso.example|20.50.0.4|80|3d", "plain -"],
      ["i|nginx|pay.contoso.example||80|3d", "warning noAddress"],
      ["i|nginx|pay.contoso.example||80|20s", "moving noAddress"],
    ],
  },
  persistentvolumeclaims: {
    header: "NAME|STATUS|VOLUME|CAPACITY|ACCESS MODES|STORAGECLASS|AGE",
    rows: [
      ["c|Bound|pvc-1|8Gi|RWO|managed-csi|3d", "fine Bound"],
      ["c|Lost|pvc-1|8Gi|RWO|managed-csi|3d", "broken Lost"],
      ["c|Pending||||managed-csi|3d", "warning pending"],
      ["c|Pending||||managed-csi|9s", "moving pending"],
    ],
  },
  persistentvolumes: {
    header: "NAME|CAPACITY|ACCESS MODES|RECLAIM POLICY|STATUS|CLAIM|STORAGECLASS|AGE",
    rows: [
      ["v|8Gi|RWO|Delete|Bound|pay/data|managed-csi|3d", "fine Bound"],
      ["v|8Gi|RWO|Retain|Released|pay/data|managed-csi|3d", "warning Released"],
      ["v|8Gi|RWO|Delete|Failed|pay/data|managed-csi|3d", "broken Failed"],
    ],
  },
  events: {
    header: "LAST SEEN|TYPE|REASON|OBJECT|MESSAGE",
    rows: [
      ["2m|Warning|BackOff|pod/api|Back-off restarting failed container", "warning BackOff"],
      ["2m|Normal|Pulled|pod/api|Container image is present", "plain Pulled"],
      ["2m|Odd|Pulled|pod/api|Container image is present", "unknown Pulled"],
    ],
  },
  horizontalpodautoscalers: {
    header: "NAME|REFERENCE|TARGETS|MINPODS|MAXPODS|REPLICAS|AGE",
    rows: [
      ["h|Deployment/api|cpu: 40%/80%|2|10|4|3d", "plain -"],
      ["h|Deployment/api|cpu: 95%/80%|2|10|10|3d", "warning atMaximum"],
      ["h|Deployment/api|cpu: <unknown>/80%|2|10|2|3d", "warning noMetric"],
    ],
  },
  namespaces: {
    header: "NAME|STATUS|AGE",
    rows: [
      ["n|Active|3d", "fine Active"],
      ["n|Terminating|3d", "warning Terminating"],
    ],
  },
  "nodes of top": {
    verb: "top",
    header: "NAME|CPU(cores)|CPU%|MEMORY(bytes)|MEMORY%",
    rows: [
      ["n|180m|9%|2100Mi|38%", "plain -"],
      ["n|1980m|99%|2100Mi|38%", "warning cpuFull"],
      ["n|180m|9%|5100Mi|93%", "warning memoryFull"],
      ["n|<unknown>|<unknown>|<unknown>|<unknown>", "unknown noMetric"],
    ],
  },
  "nodes of a newer top": {
    verb: "top",
    header: "NAME|CPU(cores)|CPU(%)|MEMORY(bytes)|MEMORY(%)",
    rows: [["n|1980m|99%|2100Mi|38%", "warning cpuFull"]],
  },
  "pods of top": {
    verb: "top",
    header: "NAME|CPU(cores)|MEMORY(bytes)",
    rows: [["p|1980m|2100Mi", "plain -"]],
  },
};

describe.each(Object.entries(kinds))("%s", (name, { verb = "get", header, rows }) => {
  test.each(rows)("%s: %s", (row, called) => {
    const table = tableOf(asks(name.split(" ")[0] ?? "", verb), printed(header, row));
    const [first] = table?.rows ?? [];
    const state = first?.state ?? null;
    expect(table?.judged).toBe(true);
    expect(`${first?.level} ${state === null ? "-" : "word" in state ? state.word : state.is}`).toBe(called);
  });
});
